package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fits against mirt 1.45.1 on the same files, and against the parameters that the files were drawn from. */
class ItemResponseOracleTest {

    private static final String LARGE = "irt-synthetic/irt_10000x50.csv.gz";
    private static final String SMALL = "irt-synthetic/irt_2000x50.csv";

    @Test
    void two_parameters_of_ten_thousand_people_have_the_likelihood_that_mirt_finds() {
        ItemResponseFit fit = ItemResponseFit.of(SharedFiles.answers(LARGE, 0), ItemResponseModel.TWO_PARAMETER);
        assertThat(fit.report().converged()).isTrue();
        assertThat(fit.report().logLikelihood()).isCloseTo(-276608.21, within(0.1));
        recovers(fit, SharedFiles.numbers("irt-synthetic/irt_10000x50_par.csv"));
    }

    @Test
    void two_parameters_of_two_thousand_people_have_the_likelihood_that_mirt_finds() {
        ItemResponseFit fit = ItemResponseFit.of(SharedFiles.answers(SMALL, 0), ItemResponseModel.TWO_PARAMETER);
        assertThat(fit.report().logLikelihood()).isCloseTo(-55277.03, within(0.1));
        recovers(fit, SharedFiles.numbers("irt-synthetic/irt_2000x50_par.csv"));
    }

    @Test
    void one_parameter_has_the_likelihood_that_mirt_finds() {
        ItemResponseFit small = ItemResponseFit.of(SharedFiles.answers(SMALL, 0), ItemResponseModel.ONE_PARAMETER);
        ItemResponseFit large = ItemResponseFit.of(SharedFiles.answers(LARGE, 0), ItemResponseModel.ONE_PARAMETER);
        assertThat(small.report().logLikelihood()).isCloseTo(-55836.59, within(0.1));
        assertThat(large.report().logLikelihood()).isCloseTo(-279471.05, within(0.1));
    }

    private static void recovers(ItemResponseFit fit, List<double[]> truth) {
        List<Double> z = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            ItemResponseFit.FittedItem fitted = fit.items().get(i);
            z.add((fitted.item().discrimination() - truth.get(i)[0]) / fitted.discriminationError());
            z.add((fitted.item().difficulty() - truth.get(i)[1]) / fitted.difficultyError());
        }
        Standardised.check(z);
    }
}
