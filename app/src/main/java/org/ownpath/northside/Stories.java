package org.ownpath.northside;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ownpath.framework.Competency;

/** The named students of Northside, each of whom tells a story. */
final class Stories {

    /**
     * Where a story puts a student in a subject.
     *
     * @param level the level at work
     * @param share how much of that level is mastered
     * @param ahead how many competencies of the next levels are begun or mastered already
     */
    record Place(int level, double share, int ahead) {}

    private static final Map<String, Map<String, Place>> PLACES = Map.of(
            // eleven years old, grade 6 and 7 mathematics at once, writes at grade 7, catches up in science
            "Maya Okafor",
                    Map.of(
                            "Mathematics", new Place(6, 0.75, 4),
                            "Reading", new Place(6, 0.6, 0),
                            "Writing", new Place(7, 0.4, 0),
                            "Science practice", new Place(4, 0.75, 1)),
            // racing
            "Leo Martinez", Map.of("Mathematics", new Place(12, 0.25, 0)),
            // stuck on fractions
            "Amara Diallo", Map.of("Mathematics", new Place(4, 0.25, 0)),
            // strong in mathematics, behind in writing
            "Priya Raman", Map.of("Mathematics", new Place(7, 0.5, 1), "Writing", new Place(3, 0.4, 0)),
            // ready for more than anybody asked for
            "Elijah Brooks", Map.of("Mathematics", new Place(8, 0.5, 0)));

    private Stories() {}

    static Optional<Place> place(String student, String subject) {
        return Optional.ofNullable(PLACES.getOrDefault(student, Map.of()).get(subject));
    }

    static boolean stuckIn(String student, Competency competency) {
        return student.equals("Amara Diallo")
                && competency.strand().orElse("").contains("Fractions")
                && competency.level().orElse(0) == 4;
    }

    /** Whether the student was away: Noah, from July to the middle of November. */
    static boolean away(String student, Instant moment, Instant now) {
        return student.equals("Noah Whitfield")
                && moment.isAfter(now.minus(Duration.ofDays(140)))
                && moment.isBefore(now.minus(Duration.ofDays(9)));
    }

    /** Whether the student was at another school then, which sent what it knew: Tomasz, until September. */
    static boolean elsewhere(String student, Instant moment, Instant now) {
        return student.equals("Tomasz Zielinski") && moment.isBefore(now.minus(Duration.ofDays(80)));
    }

    /** Why a teacher judges otherwise than the numbers, where one does: Hana, in the writing that she has begun. */
    static Optional<String> judgement(String student, Competency competency) {
        return student.equals("Hana Suzuki") && competency.subject().equals("Writing")
                ? Optional.of("Two conferences over the draft and the final piece show it; the first ratings were of "
                        + "work that was handed in unfinished.")
                : Optional.empty();
    }
}
