package org.ownpath.assessment.items;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.engine.Depth;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;

/** A question in its bank, with its key: for staff only. */
public record Item(ItemId id, BankId bank, State state, int version, Content content, Strength strength) {

    /** Whether tests ask it. */
    public enum State {
        /** Written, and not yet asked in any test. */
        DRAFT("Draft"),
        /** Tests ask it. */
        RELEASED("In tests"),
        /** Asked no more; tests that have begun with it still end with it. */
        RETIRED("Retired");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As a teacher reads it. */
        public String words() {
            return words;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is asked and what it shows.
     *
     * @param label what teachers call it, unique in its bank
     */
    public record Content(String label, CompetencyId competency, Depth depth, Question question) {}

    /**
     * How hard it is and how well it tells students apart, on the scale of the competency.
     *
     * @param curve the parameters of the three-parameter model
     * @param answers how many answers they rest on; 0: a teacher's judgement
     */
    public record Strength(org.ownpath.engine.estimate.Item curve, int answers) {}

    /** What a teacher says of a question before anybody has answered it. */
    public enum Difficulty {
        VERY_EASY("Very easy", -1.6),
        EASY("Easy", -0.8),
        MIDDLING("Middling", 0),
        HARD("Hard", 0.8),
        VERY_HARD("Very hard", 1.6);

        private final String words;
        private final double value;

        Difficulty(String words, double value) {
            this.words = words;
            this.value = value;
        }

        /** As a teacher reads it. */
        public String words() {
            return words;
        }

        /** As addresses name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The difficulty with this code. */
        public static Optional<Difficulty> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }

        /** The one that a number is nearest to. */
        public static Difficulty nearest(double difficulty) {
            Difficulty nearest = MIDDLING;
            for (Difficulty each : values()) {
                if (Math.abs(each.value - difficulty) < Math.abs(nearest.value - difficulty)) {
                    nearest = each;
                }
            }
            return nearest;
        }

        /** The parameters of a question that is that hard; what can be guessed is left to calibration. */
        public org.ownpath.engine.estimate.Item curve() {
            return org.ownpath.engine.estimate.Item.of(1.2, value);
        }
    }
}
