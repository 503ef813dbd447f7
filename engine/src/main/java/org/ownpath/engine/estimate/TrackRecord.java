package org.ownpath.engine.estimate;

/**
 * How one learner has fared so far, over all competencies, held against how hard each of them is. Not for use by several
 * threads.
 */
public final class TrackRecord {

    private static final double FADES = 0.9;
    private static final double PRIOR = 3;

    private double right = 0.5;
    private int ended;
    private double missed;
    private double logTries;

    /**
     * How it stands before something new is begun; the first two are 0 for somebody of whom nothing is known.
     *
     * @param missed how much more often competencies were missed than usual, from -1 to 1, drawn towards 0
     * @param logTries how much more tries they took, as a difference of natural logs, drawn likewise
     * @param right the share of right tries, the latest counting most
     * @param ended how many competencies it rests on
     */
    public record Summary(double missed, double logTries, double right, int ended) {}

    /** One more try at anything. */
    public void tried(boolean wasRight) {
        right = FADES * right + (1 - FADES) * (wasRight ? 1 : 0);
    }

    /** A competency is mastered, or its tries are used up. */
    public void ended(boolean wasMissed, int tries, MissRates.Hardness hardness) {
        ended++;
        missed += (wasMissed ? 1 : 0) - Logistic.of(hardness.missed());
        logTries += Math.log(tries) - hardness.logTries();
    }

    /** As it stands now. */
    public Summary summary() {
        return new Summary(missed / (ended + PRIOR), logTries / (ended + PRIOR), right, ended);
    }
}
