package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Raters' severities, found together with the learners' abilities from a batch of ratings: the mode of their posterior
 * under a normal prior, abilities integrated out. Two raters can only be compared where they rated the same learners, or
 * where chance gave them similar ones.
 *
 * @param raters in the order they first came in the batch, with severity and its uncertainty
 */
public record RaterSeverities(List<Rater> raters, FitReport report) {

    public RaterSeverities {
        raters = List.copyOf(raters);
    }

    /** With prior spread {@link Rater#PRIOR_SPREAD}. */
    public static RaterSeverities of(RatingBatch batch) {
        return of(batch, Rater.PRIOR_SPREAD, Stopping.standard(), FitProgress.NONE);
    }

    /**
     * Finds the severities.
     *
     * @param spread the standard deviation of severities among raters; above 0
     * @throws IllegalArgumentException if the batch is empty or the spread is not above 0
     */
    public static RaterSeverities of(RatingBatch batch, double spread, Stopping stopping, FitProgress progress) {
        if (batch.raters().isEmpty() || !(spread > 0)) {
            throw new IllegalArgumentException(
                    "No severity can be found from " + batch.raters().size() + " raters with spread " + spread
                            + ". Add ratings, and give a spread above 0.");
        }
        SeverityLikelihood likelihood = new SeverityLikelihood(batch.learners(), spread);
        AcceleratedEm.Outcome outcome = new AcceleratedEm(likelihood, stopping, progress)
                .run(new double[batch.raters().size()]);
        double[] found = outcome.parameters().copy();
        Covariance covariance = likelihood.information(found).covariance();
        List<Rater> raters = new ArrayList<>();
        for (int r = 0; r < found.length; r++) {
            raters.add(new Rater(batch.raters().get(r), found[r], covariance.standardError(r)));
        }
        int ratings = batch.learners().stream().mapToInt(List::size).sum();
        double logLikelihood = outcome.objective() - likelihood.logPrior(found);
        return new RaterSeverities(raters, new FitReport(logLikelihood, outcome.steps(), outcome.converged(), ratings));
    }
}
