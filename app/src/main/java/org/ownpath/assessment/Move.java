package org.ownpath.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can happen to a demonstration: from which stages, to which, and who may do it. */
public enum Move {
    ASKED(Set.of(), Stage.REQUESTED, By.STUDENT, "asked"),
    BEGUN(Set.of(), Stage.AGREED, By.OTHERS, "began at once"),
    BOOKED(Set.of(Stage.REQUESTED, Stage.TIME_PROPOSED, Stage.AGREED), Stage.AGREED, By.OTHERS, "booked a time"),
    REBOOKED(Set.of(), Stage.AGREED, By.OTHERS, "moved it to another time"),
    TIME_CANCELLED(Set.of(), Stage.AGREED, By.OTHERS, "cancelled the time"),
    CHECK_BEGUN(Set.of(), Stage.AGREED, By.OTHERS, "began a short check"),
    ACCEPTED(Set.of(Stage.REQUESTED, Stage.TIME_PROPOSED), Stage.AGREED, By.ASSESSOR, "accepted"),
    TIME_PROPOSED(Set.of(Stage.REQUESTED, Stage.AGREED), Stage.TIME_PROPOSED, By.ASSESSOR, "proposed another time"),
    PRACTICE_ASKED(Set.of(Stage.REQUESTED, Stage.AGREED), Stage.PRACTISING, By.ASSESSOR, "suggested practice first"),
    DECLINED(Set.of(Stage.REQUESTED, Stage.TIME_PROPOSED, Stage.AGREED), Stage.DECLINED, By.ASSESSOR, "declined"),
    AGREED(Set.of(Stage.TIME_PROPOSED), Stage.AGREED, By.STUDENT, "agreed to the time"),
    ASKED_AGAIN(Set.of(Stage.PRACTISING, Stage.TIME_PROPOSED), Stage.REQUESTED, By.STUDENT, "asked again"),
    WITHDRAWN(
            Set.of(Stage.REQUESTED, Stage.TIME_PROPOSED, Stage.PRACTISING, Stage.AGREED),
            Stage.WITHDRAWN,
            By.STUDENT,
            "took the request back"),
    HANDED_IN(Set.of(Stage.AGREED, Stage.HANDED_IN), Stage.HANDED_IN, By.STUDENT, "handed in"),
    HANDED_OVER(Set.of(), Stage.REQUESTED, By.OTHERS, "handed it over to a colleague"),
    SECOND_ASKED(Set.of(), Stage.HANDED_IN, By.OTHERS, "asked a colleague for a second score"),
    LINK_MADE(Set.of(), Stage.HANDED_IN, By.OTHERS, "asked somebody from outside"),
    LINK_ENDED(Set.of(), Stage.HANDED_IN, By.OTHERS, "ended an outside link"),
    SCORED_ONCE(Set.of(Stage.AGREED, Stage.HANDED_IN), Stage.HANDED_IN, By.OTHERS, "scored"),
    SCORED_TWICE(Set.of(Stage.HANDED_IN), Stage.TO_MODERATE, By.OTHERS, "scored, too"),
    SCORED(Set.of(Stage.AGREED, Stage.HANDED_IN, Stage.TO_MODERATE), Stage.SCORED, By.OTHERS, "gave the result");

    private final Set<Stage> from;
    private final Stage to;
    private final By by;
    private final String words;

    Move(Set<Stage> from, Stage to, By by, String words) {
        this.from = from;
        this.to = to;
        this.by = by;
        this.words = words;
    }

    /** Who makes a move. */
    enum By {
        STUDENT,
        ASSESSOR,
        /** Comes about by something else than a choice, such as scoring. */
        OTHERS
    }

    /** As a history tells it after a name: "Maya asked". */
    public String words() {
        return words;
    }

    /** Whether it can be made at this stage. */
    public boolean possibleAt(Stage stage) {
        return from.contains(stage);
    }

    /** Whether it needs words of whoever makes it: nobody is turned away without a reason. */
    public boolean needsWords() {
        return this == DECLINED || this == PRACTICE_ASKED || this == ASKED_AGAIN;
    }

    /** Whether a booked time still stands after it. */
    boolean keepsTime() {
        return to == Stage.AGREED || to == Stage.HANDED_IN || to == Stage.TO_MODERATE || to == Stage.SCORED;
    }

    Stage to() {
        return to;
    }

    By by() {
        return by;
    }

    String[] fromCodes() {
        return from.stream().map(Stage::code).toArray(String[]::new);
    }

    /** As forms and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The move that a code names. */
    public static Optional<Move> ofCode(String code) {
        return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
    }
}
