package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ItemResponseTest {

    private static List<GradedItem> tasks(int count, int levels, RandomGenerator random) {
        List<GradedItem> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Double> thresholds = new ArrayList<>();
            double at = random.nextDouble(-1.5, levels == 2 ? 1.5 : -0.3);
            for (int m = 1; m < levels; m++) {
                thresholds.add(at);
                at += random.nextDouble(0.5, 1.2);
            }
            tasks.add(new GradedItem(random.nextDouble(0.8, 2), thresholds));
        }
        return tasks;
    }

    @Test
    void graded_parameters_are_found_within_their_standard_errors() {
        List<Double> z = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            RandomGenerator random = Seeded.random(seed);
            List<GradedItem> truth = tasks(12, 4, random);
            AnswerMatrix answers = SimulatedAnswers.of(truth, 2000, 0.1, random);
            GradedFit fit = GradedFit.of(answers);
            assertThat(fit.report().converged()).isTrue();
            for (int i = 0; i < truth.size(); i++) {
                GradedFit.FittedGradedItem found = fit.items().get(i);
                z.add((found.item().discrimination() - truth.get(i).discrimination()) / found.discriminationError());
                for (int m = 0; m < 3; m++) {
                    z.add((found.item().thresholds().get(m)
                                    - truth.get(i).thresholds().get(m))
                            / found.thresholdErrors().get(m));
                }
            }
        }
        Standardised.check(z);
    }

    @Test
    void the_graded_likelihood_is_the_one_of_its_definition_with_answers_missing() {
        RandomGenerator random = Seeded.random(21);
        AnswerMatrix answers = SimulatedAnswers.of(tasks(5, 3, random), 400, 0.2, random);
        GradedFit fit = GradedFit.of(answers);
        double byDefinition = SimulatedAnswers.logLikelihood(
                answers, (item, level, theta) -> fit.items().get(item).item().probability(level, theta));
        assertThat(fit.report().logLikelihood()).isCloseTo(byDefinition, within(1e-3));
        assertThat(fit.report().responses()).isEqualTo(answers.given()).isLessThan(2000);
    }

    @Test
    void a_long_test_does_not_underflow() {
        RandomGenerator random = Seeded.random(22);
        List<GradedItem> tasks = tasks(1500, 2, random);
        AnswerMatrix answers = SimulatedAnswers.of(tasks, 5, 0, random);
        double[][] probabilities = new double[1500][2 * AbilityGrid.SIZE];
        double[][] counts = new double[1500][2 * AbilityGrid.SIZE];
        for (int item = 0; item < 1500; item++) {
            double a = tasks.get(item).discrimination();
            new GradedModel(2)
                    .probabilities(
                            new double[] {a, -a * tasks.get(item).thresholds().get(0)}, probabilities[item]);
        }
        double found = new PatternPosterior(answers, Collections.nCopies(1500, new GradedModel(2)))
                .expect(probabilities, counts);
        // about 5 * 1500 answers at some half a nat each, so that each person's product is near e^-750
        assertThat(found).isBetween(-6000.0, -2500.0);
        assertThat(found).isCloseTo(inLogarithms(answers, probabilities), within(1e-6));
    }

    private static double inLogarithms(AnswerMatrix answers, double[][] probabilities) {
        double sum = 0;
        for (int person = 0; person < answers.people(); person++) {
            double[] logs = new double[AbilityGrid.SIZE];
            for (int q = 0; q < logs.length; q++) {
                logs[q] = Math.log(AbilityGrid.normalWeights()[q]);
                for (int item = 0; item < probabilities.length; item++) {
                    logs[q] += Math.log(probabilities[item][answers.answer(person, item) * AbilityGrid.SIZE + q]);
                }
            }
            double most = Arrays.stream(logs).max().orElseThrow();
            sum += most
                    + Math.log(
                            Arrays.stream(logs).map(log -> Math.exp(log - most)).sum());
        }
        return sum;
    }

    @Test
    void three_parameters_are_found_within_their_standard_errors_where_the_prior_is_right() {
        RandomGenerator random = Seeded.random(23);
        List<Item> truth = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            truth.add(new Item(random.nextDouble(0.8, 1.8), random.nextDouble(-1, 2), 0.2));
        }
        ItemResponseFit fit =
                ItemResponseFit.of(SimulatedAnswers.ofItems(truth, 4000, random), ItemResponseModel.THREE_PARAMETER);
        assertThat(fit.report().converged()).isTrue();
        for (int i = 0; i < truth.size(); i++) {
            ItemResponseFit.FittedItem found = fit.items().get(i);
            assertThat(found.item().discrimination())
                    .isCloseTo(truth.get(i).discrimination(), within(4 * found.discriminationError()));
            assertThat(found.item().difficulty())
                    .isCloseTo(truth.get(i).difficulty(), within(4 * found.difficultyError()));
            assertThat(found.item().guessing()).isCloseTo(0.2, within(4 * found.guessingError()));
        }
    }

    @Property(tries = 12)
    void a_step_never_lowers_the_likelihood(@ForAll @IntRange(min = 1, max = 100_000) int seed) {
        RandomGenerator random = Seeded.random(seed);
        AnswerMatrix two = SimulatedAnswers.of(tasks(8, 2, random), 300, 0.1, random);
        for (ItemResponseModel model : ItemResponseModel.values()) {
            List<ItemModel> curves = Collections.nCopies(8, model.curve());
            rises(two, curves, model == ItemResponseModel.ONE_PARAMETER);
        }
        AnswerMatrix four = SimulatedAnswers.of(tasks(8, 4, random), 600, 0.1, random);
        List<ItemModel> curves = new ArrayList<>();
        for (int item = 0; item < 8; item++) {
            curves.add(new GradedModel(four.counts(item).length));
        }
        rises(four, curves, false);
    }

    private static void rises(AnswerMatrix answers, List<ItemModel> curves, boolean common) {
        MarginalLikelihood likelihood = new MarginalLikelihood(answers, curves, common);
        double[] at = likelihood.start(answers);
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < 15; step++) {
            double[] to = new double[at.length];
            double now = likelihood.apply(at, to);
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-8);
            before = now;
            at = to;
        }
    }

    @Test
    void progress_hears_a_likelihood_that_only_rises() {
        RandomGenerator random = Seeded.random(24);
        List<Double> heard = new ArrayList<>();
        ItemResponseFit fit = ItemResponseFit.of(
                SimulatedAnswers.of(tasks(10, 2, random), 500, 0, random),
                ItemResponseModel.TWO_PARAMETER,
                Stopping.standard(),
                (steps, objective) -> heard.add(objective));
        assertThat(heard).isSorted().hasSizeGreaterThan(3);
        assertThat(heard.get(heard.size() - 1)).isEqualTo(fit.report().logLikelihood());
    }

    @Test
    void items_that_say_nothing_are_refused_by_name() {
        List<String> items = List.of("sum", "product");
        AnswerMatrix allRight = AnswerMatrix.of(items, new byte[] {1, 0, 1, 1, 1, 0});
        assertThatThrownBy(() -> ItemResponseFit.of(allRight, ItemResponseModel.TWO_PARAMETER))
                .hasMessage("Item 'sum' has no answer of 0 among 3, all are right, so its difficulty cannot be found."
                        + " Leave it out.");
        AnswerMatrix allWrong = AnswerMatrix.of(items, new byte[] {1, 0, 0, 0, 1, 0});
        assertThatThrownBy(() -> ItemResponseFit.of(allWrong, ItemResponseModel.TWO_PARAMETER))
                .hasMessageContaining("Item 'product' has only 3 answers of 0, all wrong");
        AnswerMatrix graded = AnswerMatrix.of(items, new byte[] {1, 0, 0, 2, 1, 1});
        assertThatThrownBy(() -> ItemResponseFit.of(graded, ItemResponseModel.TWO_PARAMETER))
                .hasMessageContaining("Item 'product' has answers up to 2");
        AnswerMatrix gap = AnswerMatrix.of(items, new byte[] {1, 0, 0, 2, 1, 0});
        assertThatThrownBy(() -> GradedFit.of(gap)).hasMessageContaining("no answer of 1 among 3");
        assertThatThrownBy(() -> AnswerMatrix.of(items, new byte[] {1, 0, 0})).hasMessageContaining("3 answers");
        assertThatThrownBy(() -> AnswerMatrix.of(items, new byte[] {1, 99}))
                .hasMessageContaining("Answer 99 of person 1");
    }

    @Test
    void an_item_with_a_wrong_key_is_refused_by_name() {
        RandomGenerator random = Seeded.random(25);
        AnswerMatrix right = SimulatedAnswers.of(tasks(8, 2, random), 800, 0, random);
        byte[] answers = new byte[800 * 8];
        for (int person = 0; person < 800; person++) {
            for (int item = 0; item < 8; item++) {
                byte answer = right.answer(person, item);
                answers[person * 8 + item] = (byte) (item == 5 ? 1 - answer : answer);
            }
        }
        AnswerMatrix wrong = AnswerMatrix.of(right.items(), answers);
        assertThatThrownBy(() -> ItemResponseFit.of(wrong, ItemResponseModel.TWO_PARAMETER))
                .hasMessageContaining("Item 'i6' runs backwards")
                .hasMessageContaining("Check its key");
    }
}
