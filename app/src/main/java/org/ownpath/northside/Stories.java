package org.ownpath.northside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.engine.Context;
import org.ownpath.framework.Competency;

/** The named students of Northside, each of whom tells a story. */
final class Stories {

    static final String REASON_TO_JUDGE = "Two conferences over the draft and the final piece show it; the first "
            + "ratings were of work that was handed in unfinished.";

    private static final String MAYA = "Maya Okafor";
    private static final String AMARA = "Amara Diallo";
    private static final String NOAH = "Noah Whitfield";
    private static final String HANA = "Hana Suzuki";
    private static final String TOMASZ = "Tomasz Zielinski";
    private static final String ELIJAH = "Elijah Brooks";
    private static final Duration CATCHING_UP = Duration.ofDays(90);
    private static final long GONE = 140;
    private static final long BACK = 6;

    private static final Map<String, Map<String, Place>> PLACES = Map.of(
            // eleven years old, grade 6 and 7 mathematics at once, writes at grade 7, catches up in science
            MAYA,
            Map.of(
                    "Mathematics", new Place(6, 0.75, 4),
                    "Reading", new Place(6, 0.6, 0),
                    "Writing", new Place(7, 0.4, 0),
                    "Science practice", new Place(4, 0.75, 1)),
            // racing
            "Leo Martinez",
            Map.of("Mathematics", new Place(12, 0.25, 0)),
            // stuck on fractions
            AMARA,
            Map.of("Mathematics", new Place(4, 0.25, 0)),
            // mastered by judgement
            HANA,
            Map.of("Writing", new Place(7, 0.4, 0)),
            // strong in mathematics, behind in writing
            "Priya Raman",
            Map.of("Mathematics", new Place(7, 0.5, 0), "Writing", new Place(3, 0.4, 0)),
            // ready for more than anybody asked for
            ELIJAH,
            Map.of("Mathematics", new Place(8, 0.5, 0)));

    private Stories() {}

    /** Where a story puts a student in a subject. */
    static Optional<Place> place(String student, String subject) {
        return Optional.ofNullable(PLACES.getOrDefault(student, Map.of()).get(subject));
    }

    /** Whether a student's evidence is part of a story, and so not to be disturbed. */
    static boolean toldOf(String student) {
        return PLACES.containsKey(student) || student.equals(NOAH) || student.equals(TOMASZ);
    }

    /** How many levels a story has the student climb in two years: Leo races through mathematics. */
    static OptionalInt levelsClimbed(String student, String subject) {
        if (student.equals("Leo Martinez") && subject.equals("Mathematics")) {
            return OptionalInt.of(6);
        }
        return toldOf(student) ? OptionalInt.of(2) : OptionalInt.empty();
    }

    /** Maya, who plays and is tutored her way up in science. */
    static boolean catchesUp(String student, String subject) {
        return student.equals(MAYA) && subject.equals("Science practice");
    }

    /** The context that a story puts evidence of that day in. */
    static Optional<Context> placed(String student, String subject, Instant day, SchoolCalendar calendar) {
        return catchesUp(student, subject) && calendar.within(CATCHING_UP, day)
                ? Optional.of(day.getEpochSecond() / 86_400 % 2 == 0 ? Context.GAME : Context.TUTORING)
                : Optional.empty();
    }

    /** For how many days nothing new has been mastered: Amara in mathematics, since about the first of October. */
    static long standsStill(String student, String subject) {
        return student.equals(AMARA) && subject.equals("Mathematics") ? 60 : 0;
    }

    /** Amara, in the fractions of grade 4. */
    static boolean stuckIn(String student, Competency competency) {
        return student.equals(AMARA)
                && competency.strand().orElse("").contains("Fractions")
                && competency.level().orElse(0) == 4;
    }

    /** The same day, or an earlier one when the student was away: Noah, from July to the middle of November. */
    static Instant present(String student, Instant day, SchoolCalendar calendar) {
        boolean away =
                returns(student) && !day.isBefore(calendar.daysAgo(GONE)) && day.isBefore(calendar.daysAgo(BACK));
        return away ? day.minus(Duration.ofDays(GONE)) : day;
    }

    /** Whether the student has just come back. */
    static boolean returns(String student) {
        return student.equals(NOAH);
    }

    /** Whether the student was at another school then, which sent what it knew: Tomasz, until September. */
    static boolean elsewhere(String student, Instant moment, SchoolCalendar calendar) {
        return student.equals(TOMASZ) && moment.isBefore(calendar.yearBegan());
    }

    /** Whether a teacher judges otherwise than the numbers: in the first writing that Hana has begun. */
    static boolean overridden(String student, String subject) {
        return student.equals(HANA) && subject.equals("Writing");
    }

    /** The ratings of tests by somebody who guesses; the best two never come to a mastery. */
    static Optional<List<Integer>> guesses(String student, int which) {
        return student.equals(ELIJAH)
                ? Optional.of(which % 2 == 0 ? List.of(1, 4, 1, 1) : List.of(2, 1, 3, 1))
                : Optional.empty();
    }
}
