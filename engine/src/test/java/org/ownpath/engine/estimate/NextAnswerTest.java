package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Elo and the logistic model on learners who differ, items that differ, and skills that are learnt. */
class NextAnswerTest {

    private static final int ITEMS = 60;

    private static double difficulty(int item) {
        return (item * 37 % ITEMS) / (ITEMS / 4.0) - 2;
    }

    /** Each answer, with the probability it was drawn with. */
    private record Drawn(Attempt attempt, double probability) {}

    private static List<Drawn> drawn(int learners, RandomGenerator random) {
        List<Drawn> drawn = new ArrayList<>();
        for (int learner = 0; learner < learners; learner++) {
            double theta = random.nextGaussian();
            int[] tried = new int[5];
            for (int i = 0; i < 50; i++) {
                int item = random.nextInt(ITEMS);
                int skill = item % 5;
                double probability = Logistic.of(theta + 0.1 * tried[skill]++ - difficulty(item));
                boolean right = random.nextDouble() < probability;
                drawn.add(new Drawn(
                        Attempt.of("learner " + learner, "skill " + skill, "item " + item, right), probability));
            }
        }
        return drawn;
    }

    private static Calibration calibration(List<Double> predicted, List<Drawn> drawn) {
        byte[] right = new byte[drawn.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = (byte) (drawn.get(i).attempt().right() ? 1 : 0);
        }
        return Calibration.of(
                predicted.stream().mapToDouble(Double::doubleValue).toArray(), right);
    }

    private static Calibration truth(List<Drawn> drawn) {
        return calibration(drawn.stream().map(Drawn::probability).toList(), drawn);
    }

    @Test
    void the_logistic_model_predicts_learners_it_has_not_seen_nearly_as_well_as_the_truth() {
        List<Drawn> seen = drawn(1000, Seeded.random(1));
        List<Drawn> unseen = drawn(400, Seeded.random(2));
        NextAnswerModel model =
                NextAnswerModel.fit(seen.stream().map(Drawn::attempt).toList());
        assertThat(model.report().converged()).isTrue();
        Map<String, NextAnswerModel.Learner> learners = new HashMap<>();
        List<Double> predicted = new ArrayList<>();
        for (Drawn each : unseen) {
            Attempt attempt = each.attempt();
            NextAnswerModel.Learner learner = learners.computeIfAbsent(attempt.learner(), who -> model.learner());
            predicted.add(learner.predict(attempt.skill(), attempt.item(), attempt.at()));
            learner.add(attempt);
        }
        Calibration held = calibration(predicted, unseen);
        // an auc of 20,000 answers has a standard error near .003; ability has to be learnt, which costs about .02
        assertThat(held.auc()).isGreaterThan(truth(unseen).auc() - 0.035);
        // ten bins of 2,000: .5 / sqrt(2000) = .011 each at most, and learners share their error
        assertThat(held.widthError()).isLessThan(0.02);
    }

    @Test
    void the_logistic_model_finds_the_order_of_difficulty() {
        List<Drawn> seen = drawn(1000, Seeded.random(3));
        NextAnswerModel model =
                NextAnswerModel.fit(seen.stream().map(Drawn::attempt).toList());
        List<NextAnswerModel.Weight> items = model.weights().stream()
                .filter(weight -> weight.name().startsWith("item item "))
                .toList();
        assertThat(items).hasSize(ITEMS);
        for (NextAnswerModel.Weight weight : items) {
            double difficulty = difficulty(Integer.parseInt(weight.name().substring("item item ".length())));
            assertThat(weight.standardError()).isBetween(0.01, 0.2);
            if (Math.abs(difficulty) > 1) {
                assertThat(Math.signum(weight.value())).isEqualTo(-Math.signum(difficulty));
            }
        }
    }

    @Test
    void the_gradient_is_the_slope_of_the_value() {
        List<Attempt> attempts =
                drawn(3, Seeded.random(4)).stream().map(Drawn::attempt).toList();
        NextAnswerRows rows = new NextAnswerRows(attempts, new ItemShares(attempts));
        LogisticObjective objective = new LogisticObjective(rows);
        RandomGenerator random = Seeded.random(5);
        double[] at = random.doubles(rows.weights(), -0.3, 0.3).toArray();
        double[] gradient = new double[at.length];
        objective.value(at, gradient);
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope =
                    (objective.value(up, new double[at.length]) - objective.value(down, new double[at.length])) / 2e-5;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-5));
        }
    }

    @Test
    void a_history_gives_the_numbers_computed_by_hand() {
        Instant nine = Instant.parse("2026-09-01T09:00:00Z");
        LearnerHistory history = new LearnerHistory();
        history.add(new Attempt("Ana", "sums", "q1", true, Optional.of(nine)), 0.6);
        history.add(new Attempt("Ana", "sums", "q2", false, Optional.of(nine.plusSeconds(3600))), 0.3);
        history.add(new Attempt("Ana", "areas", "q3", true, Optional.of(nine.plusSeconds(5400))), 0.5);
        double[] found = new double[LearnerHistory.FEATURES.size()];
        history.features("sums", "q1", Optional.of(nine.plusSeconds(10_800)), found);
        double log2 = Math.log(2);
        double[] byHand = {
            1,
            log2, // one win on sums
            log2, // one fail on sums
            Math.log(3),
            log2,
            (0.7 * 0.5 - 0.5) / (0.7 + 1 + 1),
            (0.9 * (0.9 * 0.5 - 0.5) + 0.5) / (0.81 + 0.9 + 1 + 1),
            (0.4 - 0.3) / (2 + 5),
            (0.4 - 0.3 + 0.5) / (3 + 5),
            log2, // q1 was right once
            0,
            0, // not the first on sums
            Math.log(3) // two hours since q2
        };
        assertThat(found).containsExactly(byHand, within(1e-12));
    }

    @Test
    void the_share_right_of_an_item_is_drawn_towards_that_of_all() {
        ItemShares shares = new ItemShares(List.of(
                Attempt.of("Ana", "sums", "q1", true),
                Attempt.of("Ben", "sums", "q1", true),
                Attempt.of("Ana", "sums", "q2", false),
                Attempt.of("Ben", "sums", "q2", true)));
        assertThat(shares.of("q1")).isCloseTo((2 + 10 * 0.75) / 12, within(1e-12));
        assertThat(shares.of("q2")).isCloseTo((1 + 10 * 0.75) / 12, within(1e-12));
        assertThat(shares.of("q9")).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void elo_moves_as_computed_by_hand() {
        EloRatings elo = new EloRatings(new EloSettings(1, 0.5, 0.8, 0.25));
        assertThat(elo.update("Ana", "sum", true)).isEqualTo(0.5);
        assertThat(elo.learner("Ana").orElseThrow().value()).isCloseTo(0.5, within(1e-12));
        assertThat(elo.item("sum").orElseThrow().value()).isCloseTo(-0.4, within(1e-12));
        // P = 1 / (1 + exp(-0.9)) = .7109495; steps 1 / 1.5 and .8 / 1.25
        assertThat(elo.update("Ana", "sum", false)).isCloseTo(0.7109495, within(1e-7));
        assertThat(elo.learner("Ana").orElseThrow().value()).isCloseTo(0.5 - 0.7109495 / 1.5, within(1e-7));
        assertThat(elo.item("sum").orElseThrow().value()).isCloseTo(-0.4 + 0.7109495 * 0.64, within(1e-7));
        assertThat(elo.learner("Ben")).isEmpty();
        elo.fixItems();
        double before = elo.item("sum").orElseThrow().value();
        elo.update("Ben", "sum", true);
        assertThat(elo.item("sum").orElseThrow().value()).isEqualTo(before);
    }

    @Test
    void elo_predicts_better_than_chance_and_worse_than_the_truth() {
        List<Drawn> answers = drawn(800, Seeded.random(6));
        EloRatings elo = new EloRatings(EloSettings.standard());
        List<Double> predicted = new ArrayList<>();
        for (Drawn each : answers) {
            Attempt attempt = each.attempt();
            predicted.add(elo.update(attempt.learner(), attempt.item(), attempt.right()));
        }
        double auc = calibration(predicted, answers).auc();
        assertThat(auc).isBetween(truth(answers).auc() - 0.06, truth(answers).auc());
    }

    @Test
    void nothing_to_fit_is_refused() {
        assertThatThrownBy(() -> NextAnswerModel.fit(List.of())).hasMessageContaining("no attempt");
        assertThatThrownBy(() -> new EloSettings(0, 1, 1, 1)).hasMessageContaining("Elo steps of 0.0");
    }
}
