package org.ownpath.engine.simulate;

import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Counting;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;

/**
 * When a learner is moved on to the next competency. Under batch promotion the same rule moves nobody; it says which
 * units were failed, for support.
 */
public sealed interface Advancement {

    /** What remembers the checks of one competency at a time. */
    Checks checks();

    /** Plain words for a table. */
    String words();

    /** A rule of the engine over ratings from 1 to 4, such as a preset for the threshold {@link Checking#RIGHT}. */
    static Advancement by(Rule rule) {
        return new ByRule(rule);
    }

    /** Four right of the last five checks. */
    static Advancement standard() {
        return new MOfN(4, 5);
    }

    /**
     * At least {@code m} right among the last {@code n} checks, and at least {@code m} checks. Source: Kolibri, "m of n".
     */
    record MOfN(int m, int n) implements Advancement {
        public MOfN {
            if (m < 1 || n < m || n > Long.SIZE - 1) {
                throw new IllegalArgumentException(
                        m + " of " + n + " cannot be met or remembered. Use 1 to n of n, and n of at most 63.");
            }
        }

        @Override
        public Checks checks() {
            return new LastChecks(this);
        }

        @Override
        public String words() {
            return "at least " + m + " of the last " + n + " checks right";
        }
    }

    /**
     * A rule of the engine. A rule that looks at ratings alone is followed by counting them, which a test holds against
     * the judge; any other is put to the judge itself with every piece, which is thousands of times slower. The pieces
     * then vary in form, depth, context and observer, so that a rule that asks for variety can be met.
     */
    record ByRule(Rule rule) implements Advancement {

        @Override
        public Checks checks() {
            return looksAtRatingsAlone() ? new CountedChecks(rule) : judged();
        }

        /** The slow way, whatever the rule. */
        Checks judged() {
            return new JudgedChecks(rule);
        }

        /** Whether nothing but the ratings and their order can matter. Freshness delays no advancement. */
        boolean looksAtRatingsAlone() {
            Requirements required = rule.requirements();
            return rule.counting().missedCountsAs().isEmpty()
                    && rule.counting().equals(Counting.everything())
                    && required.forms().isEmpty()
                    && required.depth().isEmpty()
                    && required.contexts() <= 1
                    && required.observers() <= 1;
        }

        @Override
        public String words() {
            Requirements required = rule.requirements();
            Aggregation aggregation = rule.aggregation();
            return aggregation.words() + " reaches " + required.threshold() + ", shown " + required.count() + " times";
        }
    }
}
