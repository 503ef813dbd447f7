package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RaterSeveritiesTest {

    private static final GradedItem ESSAY = new GradedItem(1.5, List.of(-1.0, 0.2, 1.4));

    private static RatingBatch ratings(double[] severities, int learners, RandomGenerator random) {
        RatingBatch batch = new RatingBatch();
        for (int learner = 0; learner < learners; learner++) {
            double theta = random.nextGaussian();
            for (int rating = 0; rating < 4; rating++) {
                int rater = random.nextInt(severities.length);
                double draw = random.nextDouble();
                int level = 0;
                while (level < 3 && draw > ESSAY.probability(level, theta - severities[rater])) {
                    draw -= ESSAY.probability(level++, theta - severities[rater]);
                }
                batch.add("learner " + learner, "rater " + rater, ESSAY, level);
            }
        }
        return batch;
    }

    @Test
    void severities_that_ratings_were_drawn_from_are_found_within_their_uncertainty() {
        List<Double> z = new ArrayList<>();
        for (int seed = 1; seed <= 10; seed++) {
            RandomGenerator random = Seeded.random(seed);
            double[] truth = new double[6];
            for (int r = 0; r < truth.length; r++) {
                truth[r] = random.nextGaussian() * Rater.PRIOR_SPREAD;
            }
            List<Double> heard = new ArrayList<>();
            RaterSeverities found = RaterSeverities.of(
                    ratings(truth, 300, random),
                    Rater.PRIOR_SPREAD,
                    Stopping.standard(),
                    (steps, objective) -> heard.add(objective));
            assertThat(found.report().converged()).isTrue();
            assertThat(heard).isSorted();
            for (Rater rater : found.raters()) {
                z.add((rater.severity() - truth[Integer.parseInt(rater.name().substring(6))]) / rater.uncertainty());
            }
        }
        Standardised.check(z);
    }

    @Test
    void a_rater_with_one_rating_stays_near_the_prior() {
        RatingBatch batch = new RatingBatch().add("Ana", "Ito", ESSAY, 3);
        Rater ito = RaterSeverities.of(batch).raters().get(0);
        assertThat(ito.severity()).isBetween(-0.4, 0.0);
        assertThat(ito.uncertainty()).isCloseTo(Rater.PRIOR_SPREAD, within(0.1));
    }

    @Test
    void an_empty_batch_and_a_level_off_the_task_are_refused() {
        assertThatThrownBy(() -> RaterSeverities.of(new RatingBatch())).hasMessageContaining("0 raters");
        assertThatThrownBy(() -> new RatingBatch().add("Ana", "Ito", ESSAY, 4))
                .hasMessageContaining("Level 4 for learner 'Ana' by rater 'Ito'");
    }
}
