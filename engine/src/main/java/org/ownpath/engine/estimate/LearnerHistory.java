package org.ownpath.engine.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one learner did so far, as the numbers that the next answer is predicted from. */
final class LearnerHistory {

    /** The names of the numbers, in their order. */
    static final List<String> FEATURES = List.of(
            "intercept",
            "log wins on the skill",
            "log fails on the skill",
            "log wins",
            "log fails",
            "recent share right on the skill",
            "recent share right",
            "ability on the skill",
            "ability",
            "log wins on the item",
            "log fails on the item",
            "first on the skill",
            "log hours since the skill");

    static final int SKILL_WINS = 1;
    static final int SKILL_FAILS = 2;

    private static final Tried NOTHING = new Tried(0);
    private static final double STRENGTH = 5; // answers that the shrinking towards nothing counts as

    private final Tried all = new Tried(0.9);
    private final Map<String, Tried> skills = new HashMap<>();
    private final Map<String, Tried> items = new HashMap<>();

    /** Wins and fails, what they exceed expectation by, and how the latest went. */
    private static final class Tried {

        private final double decay;
        private int wins;
        private int fails;
        private double excess;
        private double recent;
        private double recentWeight;
        private Optional<Instant> last = Optional.empty();

        Tried(double decay) {
            this.decay = decay;
        }

        void add(boolean right, double surprise, Optional<Instant> at) {
            wins += right ? 1 : 0;
            fails += right ? 0 : 1;
            excess += surprise;
            recent = decay * recent + (right ? 0.5 : -0.5);
            recentWeight = decay * recentWeight + 1;
            last = at;
        }

        double ability() {
            return excess / (wins + fails + STRENGTH);
        }

        double recent() {
            return recent / (recentWeight + 1);
        }
    }

    /** Writes the numbers before an answer to this item at this time. */
    void features(String skill, String item, Optional<Instant> at, double[] out) {
        Tried onSkill = skills.getOrDefault(skill, NOTHING);
        Tried onItem = items.getOrDefault(item, NOTHING);
        out[0] = 1;
        out[SKILL_WINS] = Math.log1p(onSkill.wins);
        out[SKILL_FAILS] = Math.log1p(onSkill.fails);
        out[3] = Math.log1p(all.wins);
        out[4] = Math.log1p(all.fails);
        out[5] = onSkill.recent();
        out[6] = all.recent();
        out[7] = onSkill.ability();
        out[8] = all.ability();
        out[9] = Math.log1p(onItem.wins);
        out[10] = Math.log1p(onItem.fails);
        out[11] = onSkill.wins + onSkill.fails == 0 ? 1 : 0;
        out[12] = hours(onSkill.last, at);
    }

    private static double hours(Optional<Instant> last, Optional<Instant> at) {
        if (last.isEmpty() || at.isEmpty()) {
            return 0;
        }
        return Math.log1p(Math.max(0, Duration.between(last.get(), at.get()).toSeconds() / 3600.0));
    }

    /** Takes in an answer to an item that this share of learners gets right. */
    void add(Attempt attempt, double expected) {
        double surprise = (attempt.right() ? 1 : 0) - expected;
        all.add(attempt.right(), surprise, attempt.at());
        skills.computeIfAbsent(attempt.skill(), skill -> new Tried(0.7)).add(attempt.right(), surprise, attempt.at());
        items.computeIfAbsent(attempt.item(), item -> new Tried(0.7)).add(attempt.right(), surprise, attempt.at());
    }
}
