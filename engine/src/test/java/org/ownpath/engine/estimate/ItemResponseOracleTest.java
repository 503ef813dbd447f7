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

    @Test
    void graded_answers_give_abilities_near_those_they_were_drawn_from() {
        AnswerMatrix answers = SharedFiles.answers("irt-synthetic/grm_1000x12.csv", 1);
        List<double[]> rows = SharedFiles.numbers("irt-synthetic/grm_1000x12.csv");
        GradedFit fit = GradedFit.of(answers);
        assertThat(fit.report().converged()).isTrue();
        double byDefinition = SimulatedAnswers.logLikelihood(
                answers, (item, level, theta) -> fit.items().get(item).item().probability(level, theta));
        assertThat(fit.report().logLikelihood()).isCloseTo(byDefinition, within(1e-2));
        double squared = 0;
        double expected = 0;
        for (int person = 0; person < answers.people(); person++) {
            List<Observation> pieces = new ArrayList<>();
            for (int item = 0; item < 12; item++) {
                pieces.add(new Observation.Rating(
                        Rater.average("rater"), fit.items().get(item).item(), answers.answer(person, item)));
            }
            AbilityPosterior posterior = AbilityPosterior.of(pieces);
            squared += Math.pow(posterior.mean() - rows.get(person)[0], 2) / 1000;
            expected += Math.pow(posterior.standardDeviation(), 2) / 1000;
        }
        // the mean squared error is the mean posterior variance, within 4 sqrt(2 / 1000) of it
        assertThat(squared / expected).isCloseTo(1, within(0.18));
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
