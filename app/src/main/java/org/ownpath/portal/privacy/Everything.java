package org.ownpath.portal.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.privacy.PersonalRecords;

/**
 * Everything that is kept about a person, as somebody reads it: ids by the names of what they name, and left out where
 * they name nothing that a person knows.
 *
 * @param names what the ids of people, competencies and groups are called
 */
public record Everything(String person, List<PersonalRecords.Chapter> chapters, Map<UUID, String> names) {

    /** A key that the product made of ids: nothing that a person reads. It stands in the JSON. */
    private static final Pattern KEY = Pattern.compile("[\\w:-]*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[\\w:-]*");

    /** A line of a row: what it is, and its value. */
    public record Line(String label, String value) {}

    /** The lines of a row that say something. */
    public List<Line> lines(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(entry -> new Line(label(entry.getKey()), words(entry.getValue())))
                .filter(line -> !line.value().isEmpty())
                .toList();
    }

    /** All ids that the chapters name. */
    static List<UUID> ids(List<PersonalRecords.Chapter> chapters) {
        return chapters.stream()
                .flatMap(chapter -> chapter.rows().stream())
                .flatMap(row -> row.values().stream())
                .flatMap(Everything::each)
                .flatMap(value -> id(value).stream())
                .distinct()
                .toList();
    }

    private String words(@Nullable Object value) {
        return String.join(
                ", ",
                each(value).map(this::word).filter(word -> !word.isBlank()).toList());
    }

    private String word(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        List<UUID> id = id(value);
        if (!id.isEmpty()) {
            return names.getOrDefault(id.get(0), "");
        }
        String text = String.valueOf(value);
        if (KEY.matcher(text).matches()) {
            return "";
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? text.replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC") : text;
    }

    private static Stream<Object> each(@Nullable Object value) {
        if (value == null) {
            return Stream.empty();
        }
        return value instanceof Collection<?> many ? many.stream().flatMap(Everything::each) : Stream.of(value);
    }

    private static List<UUID> id(Object value) {
        return value instanceof String text && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? List.of(UUID.fromString(text))
                : List.of();
    }

    private static String label(String column) {
        String words = column.replaceAll("_(id|at|on)$", "").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
