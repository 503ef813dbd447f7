package org.ownpath.engine.time;

import java.util.List;
import java.util.Locale;

/**
 * Were the forecasts right? It goes back to several weeks in each history, forecasts from what was known then, and looks
 * at what came. The prior should be fitted on other learners than those it is tested on.
 */
public final class PaceBackTest {

    private PaceBackTest() {}

    /**
     * How often the band of {@link Pace#weeksUntil(int)} held.
     *
     * @param inside came between p10 and p90
     * @param sooner came before p10
     * @param later came after p90, or had not come when the history ended after p90
     * @param open had not come when the history ended before p90, so that nobody knows
     */
    public record Coverage(int inside, int sooner, int later, int open) {

        /** Of the forecasts whose outcome is known. About 0.8 if the model holds; NaN if none is known. */
        public double share() {
            return inside / (double) (inside + sooner + later);
        }

        /** If all open ones came outside. */
        public double least() {
            return inside / (double) forecasts();
        }

        /** If all open ones came inside. */
        public double most() {
            return (inside + open) / (double) forecasts();
        }

        /** How many forecasts were made. */
        public int forecasts() {
            return inside + sooner + later + open;
        }

        /** The result in words. */
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "Of %d forecasts %d came within the band, %d sooner, %d later, %d are open.",
                    forecasts(),
                    inside,
                    sooner,
                    later,
                    open);
        }

        private Coverage plus(Coverage other) {
            return new Coverage(inside + other.inside, sooner + other.sooner, later + other.later, open + other.open);
        }
    }

    /**
     * Forecasts at each of these weeks that lies within a history.
     *
     * @param prior the pace before anything is known of a learner
     * @param atWeeks the weeks to go back to, each 0 or more
     * @param more how many further masteries to forecast; 1 or more
     */
    public static Coverage run(Pace prior, List<PaceHistory> histories, List<Double> atWeeks, int more) {
        Coverage sum = new Coverage(0, 0, 0, 0);
        for (PaceHistory history : histories) {
            for (double week : atWeeks) {
                if (week < history.weeks()) {
                    sum = sum.plus(outcome(prior, history, week, more));
                }
            }
        }
        return sum;
    }

    private static Coverage outcome(Pace prior, PaceHistory history, double week, int more) {
        int known = history.masteredBy(week);
        Pace.Band band = prior.after(known, week).weeksUntil(more);
        boolean came = known + more <= history.masteredAt().size();
        double wait = (came ? history.masteredAt().get(known + more - 1) : history.weeks()) - week;
        if (wait > band.p90()) {
            return new Coverage(0, 0, 1, 0);
        }
        if (!came) {
            return new Coverage(0, 0, 0, 1);
        }
        return wait < band.p10() ? new Coverage(0, 1, 0, 0) : new Coverage(1, 0, 0, 0);
    }
}
