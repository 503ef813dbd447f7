package org.ownpath.assessment.items.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a student answered: for each place of the sheet what was chosen or typed.
 *
 * @param given by the name of the place; blank texts are left out
 */
public record Answer(Map<String, List<String>> given) {

    /** The most characters that are kept of one place. */
    public static final int LONGEST = 20_000;

    /** Keeps a copy, without what is blank. */
    public Answer {
        given = given.entrySet().stream()
                .filter(place -> place.getValue().stream().anyMatch(text -> !text.isBlank()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        place -> place.getValue().stream()
                                .filter(text -> !text.isBlank())
                                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** An answer in one place. */
    public static Answer of(String place, String... values) {
        return new Answer(Map.of(place, List.of(values)));
    }

    /** What is given in a place. */
    public List<String> at(String place) {
        return given.getOrDefault(place, List.of());
    }

    /** The only thing given in a place, or an empty text. */
    public String only(String place) {
        return at(place).size() == 1 ? at(place).get(0) : "";
    }

    /** Whether nothing is given at all. */
    public boolean blank() {
        return given.isEmpty();
    }

    /** The same without anything that the sheet has no place or no option for. */
    public Answer fitting(Sheet sheet) {
        Map<String, List<String>> fitting = new TreeMap<>();
        given.forEach((name, values) -> fitting.put(
                name,
                values.stream()
                        .filter(value -> sheet.places().stream()
                                .anyMatch(place -> place.name().equals(name) && place.takes(value)))
                        .toList()));
        return new Answer(fitting);
    }
}
