package org.ownpath.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * What groups are asked for.
 *
 * @param places a room and a teacher for each group that there can be
 * @param seats how many students fit into a group at most
 * @param least how many a group has to have
 * @param languages the language that a student has to be worked with in; whoever is not named needs none
 */
public record BlockRequest(
        Block.Time time,
        String subject,
        List<StudentId> students,
        List<Place> places,
        int seats,
        int least,
        List<Pair> together,
        List<Pair> apart,
        Map<StudentId, String> languages) {

    /** The most groups of one block. */
    public static final int MOST_GROUPS = 60;

    /**
     * Where a group can be, and who is with it.
     *
     * @param language in which it is held, for those who need it alone; empty for everybody else
     */
    public record Place(String room, PersonId teacher, Optional<String> language) {}

    /** Two students. */
    public record Pair(StudentId one, StudentId other) {}

    /** Keeps its own copies of the lists. */
    public BlockRequest {
        students = List.copyOf(students);
        places = List.copyOf(places);
        together = List.copyOf(together);
        apart = List.copyOf(apart);
        languages = Map.copyOf(languages);
    }

    /** The languages that are asked for by a student or a place; first none. */
    List<Optional<String>> spoken() {
        return Stream.concat(languages.values().stream(), places.stream().flatMap(place -> place.language().stream()))
                .distinct()
                .sorted()
                .map(Optional::of)
                .collect(Collectors.toCollection(() -> new ArrayList<>(List.of(Optional.empty()))));
    }

    /** The part of it that is held in a language, or in no certain one. */
    BlockRequest in(Optional<String> language) {
        return new BlockRequest(
                time,
                subject,
                students.stream()
                        .filter(student ->
                                Optional.ofNullable(languages.get(student)).equals(language))
                        .toList(),
                places.stream()
                        .filter(place -> place.language().equals(language))
                        .toList(),
                seats,
                least,
                together,
                apart,
                languages);
    }
}
