package org.ownpath.engine.estimate;

/**
 * What is known when a learner has had two tries at a competency and has not mastered it.
 *
 * @param first the first rating less the one that mastery asks for, in widths of the scale: from -1 to 1
 * @param second the second likewise
 * @param own how the learner has fared before
 * @param hardness how hard the competency is
 * @param before how it stands with what comes before it
 */
public record Beginning(
        double first, double second, TrackRecord.Summary own, MissRates.Hardness hardness, Before before) {

    private static final double FAMILIAR = 10;

    /**
     * How it stands with the direct prerequisites.
     *
     * @param missing how many of them are not mastered
     * @param logTries the mean natural log of the tries that they took; 0 where there are none
     */
    public record Before(int missing, double logTries) {}

    double[] numbers() {
        double one = first >= 0 ? 1 : 0;
        double two = second >= 0 ? 1 : 0;
        // what was seen of somebody over and over counts for more than what was seen once
        double familiar = own.ended() / (own.ended() + FAMILIAR);
        return new double[] {
            first,
            second,
            one,
            two,
            one * two,
            own.missed(),
            own.logTries(),
            own.logTries() * own.logTries(),
            own.right(),
            familiar * own.right(),
            familiar * own.logTries(),
            hardness.missed(),
            before.missing(),
            before.logTries()
        };
    }
}
