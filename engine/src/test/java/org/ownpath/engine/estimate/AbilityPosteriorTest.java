package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AbilityPosteriorTest {

    private static final GradedItem ESSAY = new GradedItem(1.5, List.of(-1.0, 0.2, 1.4));

    private static List<Observation> pieces(RandomGenerator random, int count) {
        List<Observation> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextBoolean()) {
                Item item = new Item(random.nextDouble(0.5, 2.5), random.nextDouble(-2, 2), random.nextDouble(0.3));
                pieces.add(new Observation.Answer("sitting " + i % 3, item, random.nextBoolean()));
            } else {
                Rater rater = new Rater("rater " + i % 4, random.nextDouble(-1, 1), random.nextDouble(0.6));
                pieces.add(new Observation.Rating(rater, ESSAY, random.nextInt(4)));
            }
        }
        return pieces;
    }

    @Property(tries = 200)
    void the_order_of_pieces_does_not_matter_and_the_posterior_sums_to_one(
            @ForAll @IntRange(max = 12) int count, @ForAll @IntRange(max = 100_000) int seed) {
        List<Observation> pieces = pieces(Seeded.random(seed), count);
        AbilityPosterior posterior = AbilityPosterior.of(pieces);
        Collections.shuffle(pieces, new Random(seed));
        double[] shuffled = AbilityPosterior.of(pieces).probabilities();
        assertThat(Arrays.stream(posterior.probabilities()).sum()).isCloseTo(1, within(1e-12));
        for (int q = 0; q < shuffled.length; q++) {
            assertThat(posterior.probabilities()[q]).isCloseTo(shuffled[q], within(1e-12));
        }
    }

    @Property(tries = 100)
    void changes_add_up_and_unique_changes_do_not_depend_on_the_order(
            @ForAll @IntRange(min = 1, max = 8) int count, @ForAll @IntRange(max = 100_000) int seed) {
        List<Observation> pieces = pieces(Seeded.random(seed), count);
        AbilityPosterior posterior = AbilityPosterior.of(pieces);
        List<AbilityPosterior.Contribution> forward = posterior.contributions(0.5);
        double total = forward.stream()
                .mapToDouble(AbilityPosterior.Contribution::change)
                .sum();
        assertThat(total)
                .isCloseTo(
                        Logistic.logit(posterior.mastery(0.5))
                                - Logistic.logit(AbilityPosterior.prior().mastery(0.5)),
                        within(1e-9));
        Collections.reverse(pieces);
        List<AbilityPosterior.Contribution> backward =
                AbilityPosterior.of(pieces).contributions(0.5);
        for (int i = 0; i < count; i++) {
            assertThat(forward.get(i).unique())
                    .isCloseTo(backward.get(count - 1 - i).unique(), within(1e-9));
        }
        // the last piece given has nothing after it, so both of its changes are one
        assertThat(forward.get(count - 1).change())
                .isCloseTo(forward.get(count - 1).unique(), within(1e-9));
    }

    @Test
    void without_evidence_the_posterior_is_the_standard_normal() {
        AbilityPosterior prior = AbilityPosterior.prior();
        assertThat(prior.mean()).isCloseTo(0, within(1e-12));
        assertThat(prior.standardDeviation()).isCloseTo(1, within(1e-6));
        assertThat(prior.mastery(0)).isCloseTo(0.5, within(1e-12));
        assertThat(prior.mastery(1)).isCloseTo(0.1586553, within(1e-3)); // cells of 0.2, each flat
        assertThat(prior.interval().low()).isCloseTo(-1.2815516, within(5e-3));
        assertThat(prior.interval().high()).isCloseTo(1.2815516, within(5e-3));
        assertThat(prior.sources()).isZero();
    }

    @Property(tries = 100)
    void mastery_and_quantiles_agree(@ForAll @IntRange(min = 1, max = 99) int percent, @ForAll int seed) {
        AbilityPosterior posterior = AbilityPosterior.of(pieces(Seeded.random(seed), 4));
        double share = percent / 100.0;
        assertThat(posterior.mastery(posterior.quantile(share))).isCloseTo(1 - share, within(1e-9));
    }

    @Test
    void one_answer_gives_the_posterior_integrated_by_hand() {
        Item item = new Item(1.2, 0.4, 0.2);
        double right = 0;
        double all = 0;
        for (int step = -80_000; step < 80_000; step++) { // the midpoint rule, far finer than the grid
            double theta = (step + 0.5) / 10_000;
            double weight = Math.exp(-theta * theta / 2) * item.probability(theta);
            all += weight;
            right += weight * theta;
        }
        AbilityPosterior posterior = AbilityPosterior.prior().with(new Observation.Answer("quiz", item, true));
        assertThat(posterior.mean()).isCloseTo(right / all, within(1e-6));
    }

    @Test
    void a_severe_rater_s_level_says_more_of_the_learner() {
        AbilityPosterior mild =
                AbilityPosterior.of(List.of(new Observation.Rating(new Rater("Ito", -0.8, 0), ESSAY, 2)));
        AbilityPosterior severe =
                AbilityPosterior.of(List.of(new Observation.Rating(new Rater("Oduya", 0.8, 0), ESSAY, 2)));
        AbilityPosterior unsure =
                AbilityPosterior.of(List.of(new Observation.Rating(new Rater("Novak", 0.8, 1), ESSAY, 2)));
        assertThat(severe.mean()).isGreaterThan(mild.mean() + 0.3);
        assertThat(unsure.standardDeviation()).isGreaterThan(severe.standardDeviation());
        assertThat(unsure.mean()).isGreaterThan(mild.mean() + 0.3);
    }

    @Test
    void the_levels_of_a_task_share_all_probability_at_every_ability() {
        for (double theta = -40; theta <= 40; theta += 0.5) {
            double sum = 0;
            double severe = 0;
            for (int level = 0; level < ESSAY.levels(); level++) {
                sum += ESSAY.probability(level, theta);
                severe += new Rater("Ito", 0.4, 0.5).probability(ESSAY, level, theta);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(severe).isCloseTo(1, within(1e-12));
        }
        // P(X >= 2 | theta) = 1 / (1 + exp(-1.5 (0.7 - 0.2)))
        assertThat(ESSAY.probability(2, 0.7) + ESSAY.probability(3, 0.7)).isCloseTo(0.6791787, within(1e-7));
    }

    @Test
    void passing_takes_enough_mastery_and_two_sources() {
        MasteryPolicy policy = MasteryPolicy.of(0, 4, 1);
        assertThat(policy.threshold()).isCloseTo(0.8, within(1e-12));
        Item item = Item.of(2, 0.5);
        AbilityPosterior one = AbilityPosterior.of(Collections.nCopies(6, new Observation.Answer("quiz", item, true)));
        assertThat(policy.decide(one)).isInstanceOf(MasteryDecision.TooFewSources.class);
        AbilityPosterior two = one.with(new Observation.Rating(Rater.average("Ito"), ESSAY, 2));
        assertThat(policy.decide(two)).isEqualTo(new MasteryDecision.Passed(two.mastery(0), 2));
        assertThat(policy.decide(AbilityPosterior.prior())).isEqualTo(new MasteryDecision.NotSureEnough(0.5, 0.8));
    }

    @Test
    void nonsense_is_refused_with_its_value() {
        assertThatThrownBy(() -> new GradedItem(1, List.of(0.5, 0.5))).hasMessageContaining("not above 0.5");
        assertThatThrownBy(() -> new Observation.Rating(Rater.unknown("Ito"), ESSAY, 4))
                .hasMessageContaining("Level 4 by rater 'Ito'");
        assertThatThrownBy(() -> MasteryPolicy.of(0, 0, 1)).hasMessageContaining("Costs of 0.0");
    }
}
