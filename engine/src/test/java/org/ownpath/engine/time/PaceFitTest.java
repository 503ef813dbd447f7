package org.ownpath.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.time.PaceFit.Watched;

class PaceFitTest {

    private static final Pace TRUE = new Pace(3, 4);
    private static final List<Watched> LEARNERS =
            PoissonLearners.counted(new PoissonLearners(11).draw(3000, TRUE, 30), 30);

    /** Counts 0, 0, 4, 4 in one week each: mean 2, spread 16, so between learners (16 - 8) / 4 = 2. */
    @Test
    void moments_are_as_worked_out_by_hand() {
        Pace pace =
                PaceFit.moments(List.of(new Watched(0, 1), new Watched(0, 1), new Watched(4, 1), new Watched(4, 1)));
        assertThat(pace.shape()).isCloseTo(2, within(1e-12));
        assertThat(pace.rate()).isCloseTo(1, within(1e-12));
    }

    /** Four standard errors, from the curvature of the log likelihood in the logarithms of shape and rate. */
    @Test
    void maximum_likelihood_finds_the_distribution_that_learners_were_drawn_from() {
        Pace fit = PaceFit.maximumLikelihood(LEARNERS);
        double[] errors = standardErrors(fit);
        assertThat(Math.log(fit.shape() / TRUE.shape())).isCloseTo(0, within(4 * errors[0]));
        assertThat(Math.log(fit.rate() / TRUE.rate())).isCloseTo(0, within(4 * errors[1]));
        assertThat(errors[0]).isLessThan(0.1);
    }

    private static double[] standardErrors(Pace fit) {
        double h = 1e-3;
        double top = at(fit, 0, 0);
        double shape = (2 * top - at(fit, h, 0) - at(fit, -h, 0)) / (h * h);
        double rate = (2 * top - at(fit, 0, h) - at(fit, 0, -h)) / (h * h);
        double both = (at(fit, h, -h) + at(fit, -h, h) - at(fit, h, h) - at(fit, -h, -h)) / (4 * h * h);
        double determinant = shape * rate - both * both;
        return new double[] {Math.sqrt(rate / determinant), Math.sqrt(shape / determinant)};
    }

    private static double at(Pace fit, double shape, double rate) {
        return PaceFit.logLikelihood(new Pace(fit.shape() * Math.exp(shape), fit.rate() * Math.exp(rate)), LEARNERS);
    }

    @Test
    void no_distribution_near_by_is_more_likely() {
        Pace fit = PaceFit.maximumLikelihood(LEARNERS);
        double top = PaceFit.logLikelihood(fit, LEARNERS);
        for (double shape : new double[] {-0.01, 0, 0.01}) {
            for (double rate : new double[] {-0.01, 0, 0.01}) {
                assertThat(at(fit, shape, rate)).isLessThanOrEqualTo(top);
            }
        }
        assertThat(PaceFit.logLikelihood(PaceFit.moments(LEARNERS), LEARNERS)).isLessThan(top);
    }

    @Test
    void moments_are_near_the_most_likely() {
        Pace quick = PaceFit.moments(LEARNERS);
        Pace fit = PaceFit.maximumLikelihood(LEARNERS);
        assertThat(quick.perWeek()).isCloseTo(fit.perWeek(), within(0.03));
        assertThat(Math.log(quick.shape() / fit.shape())).isCloseTo(0, within(4 * standardErrors(fit)[0]));
    }

    @Test
    void learners_who_do_not_differ_have_one_pace() {
        List<Watched> alike = Collections.nCopies(50, new Watched(8, 10));
        for (Pace pace : List.of(PaceFit.moments(alike), PaceFit.maximumLikelihood(alike))) {
            assertThat(pace.shape()).isCloseTo(1000, within(1e-3));
            assertThat(pace.perWeek()).isCloseTo(0.8, within(1e-6));
        }
    }

    @Test
    void too_little_to_fit_is_refused() {
        assertThatThrownBy(() -> PaceFit.moments(List.of(new Watched(3, 1)))).hasMessageContaining("1 learners");
        assertThatThrownBy(() -> PaceFit.maximumLikelihood(List.of(new Watched(0, 1), new Watched(0, 2))))
                .hasMessageContaining("0 masteries");
        assertThatThrownBy(() -> new Watched(1, 0)).hasMessageContaining("0.0 weeks");
    }
}
