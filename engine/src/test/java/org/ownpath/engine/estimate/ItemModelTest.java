package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The curves behind the fits: their scores are the slopes of their log probabilities. */
class ItemModelTest {

    private static final int Q = AbilityGrid.SIZE;

    @Property(tries = 60)
    void scores_of_the_graded_model_are_slopes(
            @ForAll @DoubleRange(min = 0.3, max = 2.5) double a,
            @ForAll @DoubleRange(min = -2, max = 2) double d,
            @ForAll @DoubleRange(min = 0.1, max = 2) double gap) {
        check(new GradedModel(4), new double[] {a, d + gap, d, d - 2 * gap});
        check(new GradedModel(2), new double[] {a, d});
    }

    @Property(tries = 60)
    void scores_of_the_three_parameter_model_are_slopes(
            @ForAll @DoubleRange(min = 0.3, max = 2.5) double a,
            @ForAll @DoubleRange(min = -2, max = 2) double d,
            @ForAll @DoubleRange(min = -3, max = -0.5) double guessing) {
        check(new ThreeParameterModel(), new double[] {a, d, guessing});
    }

    private static void check(ItemModel model, double[] at) {
        double[] scores = new double[model.parameters() * model.categories() * Q];
        model.scores(at, scores);
        for (int p = 0; p < model.parameters(); p++) {
            double[] up = logs(model, at, p, 1e-5);
            double[] down = logs(model, at, p, -1e-5);
            for (int i = 0; i < up.length; i++) {
                double slope = (up[i] - down[i]) / 2e-5;
                assertThat(scores[p * up.length + i]).isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
            }
            double priorSlope = (prior(model, at, p, 1e-5) - prior(model, at, p, -1e-5)) / 2e-5;
            assertThat(model.priorScore(at, p)).isCloseTo(priorSlope, within(1e-4));
        }
    }

    private static double[] moved(double[] at, int parameter, double by) {
        double[] moved = at.clone();
        moved[parameter] += by;
        return moved;
    }

    private static double prior(ItemModel model, double[] at, int parameter, double by) {
        return model.logPrior(moved(at, parameter, by));
    }

    private static double[] logs(ItemModel model, double[] at, int parameter, double by) {
        double[] out = new double[model.categories() * Q];
        model.probabilities(moved(at, parameter, by), out);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.log(out[i]);
        }
        return out;
    }

    @Test
    void curves_give_the_probabilities_of_the_public_items() {
        Item item = new Item(1.3, 0.4, 0.2);
        double[] out = new double[2 * Q];
        new ThreeParameterModel().probabilities(new double[] {1.3, -1.3 * 0.4, Logistic.logit(0.2)}, out);
        GradedItem task = new GradedItem(1.3, List.of(-0.5, 0.4));
        double[] graded = new double[3 * Q];
        new GradedModel(3).probabilities(new double[] {1.3, 1.3 * 0.5, -1.3 * 0.4}, graded);
        for (int q = 0; q < Q; q++) {
            double theta = AbilityGrid.theta(q);
            assertThat(out[Q + q]).isCloseTo(item.probability(theta), within(1e-12));
            for (int level = 0; level < 3; level++) {
                assertThat(graded[level * Q + q]).isCloseTo(task.probability(level, theta), within(1e-12));
            }
        }
    }
}
