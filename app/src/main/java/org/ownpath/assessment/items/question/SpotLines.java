package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places on a picture as a teacher writes them: one a line, {@code *circle 120,80,30: near the top}. */
final class SpotLines {

    private static final Pattern LINE = Pattern.compile("\\*?\\s*([a-z]+)\\s+([\\d., ]+)(?::(.*))?");

    private SpotLines() {}

    static List<Spot> read(List<String> lines, List<String> problems) {
        List<Spot> spots = new ArrayList<>();
        for (String line : lines) {
            Matcher read = LINE.matcher(line);
            Optional<Shape> shape = read.matches() ? Shape.of(read.group(1), read.group(2)) : Optional.empty();
            shape.ifPresentOrElse(
                    found -> spots.add(new Spot(String.valueOf(spots.size() + 1), found, words(read.group(3)))),
                    () -> problems.add("'" + line + "' is no place. Write a shape, its numbers and where it is: "
                            + "circle 120,80,30: near the top."));
        }
        return spots;
    }

    private static String words(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    static String of(HotSpot question) {
        return question.spots().stream()
                .map(spot -> (question.keys().contains(spot.id()) ? "*" : "")
                        + spot.shape().form().code() + " " + spot.shape().numbers() + ": " + spot.words())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
