package org.ownpath.engine.estimate;

import java.util.HashMap;
import java.util.Map;

/**
 * How hard each competency is for those who begin it: how often it is missed, and how many tries it takes. Not for use by
 * several threads while it is counted.
 *
 * @param <K> what identifies a competency
 */
public final class MissRates<K> {

    private static final double PRIOR = 5;

    private final Map<K, Count> counts = new HashMap<>();
    private final Count all = new Count();

    private static final class Count {
        private int of;
        private int missed;
        private double logTries;

        void ended(boolean wasMissed, int tries) {
            of++;
            missed += wasMissed ? 1 : 0;
            logTries += Math.log(tries);
        }
    }

    /**
     * How hard a competency is, drawn towards all of them together.
     *
     * @param missed the log odds that it is missed
     * @param logTries the mean natural log of the tries that it takes
     */
    public record Hardness(double missed, double logTries) {}

    /** One more learner has ended with this competency. */
    public void ended(K competency, boolean wasMissed, int tries) {
        counts.computeIfAbsent(competency, first -> new Count()).ended(wasMissed, tries);
        all.ended(wasMissed, tries);
    }

    /** How hard it is. */
    public Hardness of(K competency) {
        double missed = (all.missed + 0.5) / (all.of + 1.0);
        double logTries = all.of == 0 ? 0 : all.logTries / all.of;
        Count own = counts.getOrDefault(competency, new Count());
        return new Hardness(
                Logistic.logit((own.missed + PRIOR * missed) / (own.of + PRIOR)),
                (own.logTries + PRIOR * logTries) / (own.of + PRIOR));
    }
}
