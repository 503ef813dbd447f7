package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void four_predictions_are_scored_as_computed_by_hand() {
        Calibration calibration = Calibration.of(new double[] {0.9, 0.8, 0.3, 0.8}, new byte[] {1, 0, 0, 1});
        // pairs right/wrong: .9>.8, .9>.3, .8=.8 half, .8>.3
        assertThat(calibration.auc()).isCloseTo(3.5 / 4, within(1e-12));
        assertThat(calibration.brier()).isCloseTo((0.01 + 0.64 + 0.09 + 0.04) / 4, within(1e-12));
        assertThat(calibration.logLoss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.2) + Math.log(0.7) + Math.log(0.8)) / 4, within(1e-12));
        // bins .3: |.3 - 0|; .8 and .8: |.8 - .5| twice; .9: |.9 - 1|
        assertThat(calibration.widthError()).isCloseTo((0.3 + 2 * 0.3 + 0.1) / 4, within(1e-12));
        assertThat(calibration.massError()).isCloseTo((0.3 + 0.8 + 0.2 + 0.1) / 4, within(1e-12));
    }

    @Property(tries = 200)
    void auc_is_the_share_of_pairs_in_order(
            @ForAll @IntRange(min = 2, max = 60) int count, @ForAll @IntRange(max = 100_000) int seed) {
        RandomGenerator random = Seeded.random(seed);
        double[] predicted = new double[count];
        byte[] right = new byte[count];
        for (int i = 0; i < count; i++) {
            predicted[i] = random.nextInt(8) / 7.0; // many ties
            right[i] = (byte) (i < 2 ? i : random.nextInt(2));
        }
        double inOrder = 0;
        double pairs = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (right[i] == 1 && right[j] == 0) {
                    pairs++;
                    inOrder += predicted[i] > predicted[j] ? 1 : predicted[i] == predicted[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Calibration.of(predicted, right).auc()).isCloseTo(inOrder / pairs, within(1e-12));
    }

    @Test
    void predictions_that_are_the_truth_are_calibrated() {
        RandomGenerator random = Seeded.random(11);
        int count = 200_000;
        double[] predicted = new double[count];
        byte[] right = new byte[count];
        for (int i = 0; i < count; i++) {
            predicted[i] = random.nextDouble();
            right[i] = (byte) (random.nextDouble() < predicted[i] ? 1 : 0);
        }
        Calibration calibration = Calibration.of(predicted, right);
        // a bin of n answers strays by sqrt(p q / n), at most .5 / sqrt(20000) = .0035
        assertThat(calibration.widthError()).isLessThan(0.0036);
        assertThat(calibration.massError()).isLessThan(0.0036);
        // E[p q] = 1/6 over a uniform p, its mean over 200,000 within 4 * .3 / sqrt(200000)
        assertThat(calibration.brier()).isCloseTo(1.0 / 6, within(0.003));
        for (int i = 0; i < count; i++) {
            predicted[i] = 0.25 + predicted[i] / 2; // too timid
        }
        assertThat(Calibration.of(predicted, right).widthError()).isCloseTo(0.125, within(0.005));
    }

    @Test
    void all_right_answers_have_no_auc_and_nonsense_is_refused() {
        assertThat(Calibration.of(new double[] {0.5, 1}, new byte[] {1, 1}).auc())
                .isNaN();
        assertThatThrownBy(() -> Calibration.of(new double[] {1.5}, new byte[] {1}))
                .hasMessageContaining("Prediction 1.5 at index 0");
        assertThatThrownBy(() -> Calibration.of(new double[0], new byte[0])).hasMessageContaining("at least one");
    }

    @Test
    void a_learner_is_on_one_side_only_and_the_share_holds() {
        LearnerSplit split = new LearnerSplit(0.2, 7);
        Set<String> held = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (int answer = 0; answer < 60_000; answer++) {
            String learner = "learner " + answer % 20_000;
            (split.heldOut(learner) ? held : kept).add(learner);
        }
        assertThat(held).doesNotContainAnyElementsOf(kept);
        // binomial: 4 sqrt(.2 * .8 / 20000) = .0113
        assertThat(held.size() / 20_000.0).isCloseTo(0.2, within(0.0113));
        LearnerSplit other = new LearnerSplit(0.2, 8);
        assertThat(held.stream().filter(other::heldOut).count() / (double) held.size())
                .isCloseTo(0.2, within(4 * Math.sqrt(0.16 / held.size())));
        assertThat(new LearnerSplit(0, 7).heldOut("learner 1")).isFalse();
        assertThatThrownBy(() -> new LearnerSplit(1, 7)).hasMessageContaining("Try 0.2");
    }
}
