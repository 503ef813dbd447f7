package org.ownpath.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ownpath.shared.Change;
import org.ownpath.shared.Figures;

/**
 * What a file changes.
 *
 * @param total how many changes there are
 * @param counts how many of each kind, in words
 * @param sample the first of them
 */
record Changes(long total, Map<String, Long> counts, List<Change> sample) {

    static final int SAMPLE = 200;

    static Changes of(List<Change> changes) {
        Map<String, Long> counts = new TreeMap<>();
        changes.forEach(c -> counts.merge(c.what() + ": " + code(c.kind()), 1L, Long::sum));
        return new Changes(
                changes.size(), counts, changes.stream().limit(SAMPLE).toList());
    }

    /** How many of each sort there are, as a person reads it: "Person: 2 new". */
    static List<String> inWords(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> {
                    String[] sort = count.getKey().split(": ", 2);
                    return capital(sort[0]) + ": " + Figures.of(count.getValue())
                            + (sort.length < 2 ? "" : " " + counted(sort[1]));
                })
                .toList();
    }

    private static String counted(String kind) {
        return Arrays.stream(Change.Kind.values())
                .filter(each -> code(each).equals(kind))
                .findFirst()
                .map(Change.Kind::counted)
                .orElse(kind);
    }

    /** A change in one line: "Person Ada Nowak: new". */
    static String inWords(Change change) {
        String detail = change.detail().isEmpty() ? "" : " (" + change.detail() + ")";
        return capital(change.what()) + " " + change.label() + ": "
                + change.kind().ofOne() + detail;
    }

    private static String code(Change.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String sort) {
        return sort.substring(0, 1).toUpperCase(Locale.ROOT) + sort.substring(1);
    }
}
