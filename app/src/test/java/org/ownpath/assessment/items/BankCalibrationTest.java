package org.ownpath.assessment.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.assessment.items.question.Kind;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.assessment.items.question.Written;
import org.ownpath.engine.Depth;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;

/** What answers say of questions. */
class BankCalibrationTest {

    private static final CompetencyId COMPETENCY = CompetencyId.next();
    private static final Question QUESTION = new Written(
                    Kind.CHOICE, "Which is even?", "3\n*4\n5", Written.Comparing.USUAL, true)
            .read()
            .question()
            .orElseThrow();

    private static Item item(String label) {
        return new Item(
                ItemId.next(),
                BankId.next(),
                Item.State.RELEASED,
                1,
                new Item.Content(label, COMPETENCY, Depth.APPLY, QUESTION),
                new Item.Strength(Item.Difficulty.MIDDLING.curve(), 0));
    }

    private static BankAnswers.Given given(AttemptId attempt, Item item, boolean right) {
        return new BankAnswers.Given(attempt, item.id(), Answer.of("choice", right ? "2" : "1"), right ? 1 : 0);
    }

    /** Students of abilities around 0.4 answer each question with this difficulty or other. */
    private static List<BankAnswers.Given> answers(List<Item> items, double[] difficulties, int students) {
        Random chance = new Random(7);
        List<BankAnswers.Given> answers = new ArrayList<>();
        for (int student = 0; student < students; student++) {
            AttemptId attempt = AttemptId.next();
            double ability = 0.4 + chance.nextGaussian();
            for (int i = 0; i < items.size(); i++) {
                double right = 1 / (1 + Math.exp(-(ability - difficulties[i])));
                answers.add(given(attempt, items.get(i), chance.nextDouble() < right));
            }
        }
        return answers;
    }

    @Test
    void difficulties_are_recovered_around_the_mean_that_teachers_gave() {
        double[] difficulties = {-1.5, -0.5, 0, 0.5, 1.5};
        List<Item> items = new ArrayList<>();
        for (double difficulty : difficulties) {
            items.add(item("difficulty " + difficulty));
        }

        BankCalibration calibration = BankCalibration.of(items, answers(items, difficulties, 1500));

        assertThat(calibration.tooFew()).isZero();
        for (int i = 0; i < items.size(); i++) {
            Item.Strength strength = java.util.Objects.requireNonNull(
                    calibration.strengths().get(items.get(i).id()));
            assertThat(strength.curve().difficulty()).isCloseTo(difficulties[i], within(0.25));
            assertThat(strength.answers()).isEqualTo(1500);
        }
    }

    @Test
    void questions_with_few_answers_keep_their_teachers_judgement() {
        List<Item> items = List.of(item("a"), item("b"), item("c"));
        BankCalibration calibration = BankCalibration.of(items, answers(items, new double[] {0, 0, 0}, 29));
        assertThat(calibration.strengths()).isEmpty();
        assertThat(calibration.words()).contains("3 questions have fewer than 30 answers");
    }

    @Test
    void a_question_that_goes_against_the_rest_is_flagged_and_options_are_counted() {
        List<Item> items = List.of(item("a"), item("b"), item("c"), item("against"));
        List<BankAnswers.Given> answers = answers(items.subList(0, 3), new double[] {0, 0, 0}, 100);
        Map<AttemptId, Long> right = new HashMap<>();
        answers.forEach(each -> right.merge(each.attempt(), each.right() ? 1L : 0L, Long::sum));
        right.forEach((attempt, times) -> answers.add(given(attempt, items.get(3), times < 2)));
        Map<ItemId, Item> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));

        Map<ItemId, ItemStatistics> statistics = ItemStatistics.of(byId, answers);

        ItemStatistics against =
                java.util.Objects.requireNonNull(statistics.get(items.get(3).id()));
        assertThat(against.discrimination().orElseThrow()).isNegative();
        assertThat(against.flags())
                .contains("Does not tell students apart", "An option nobody chooses", "Asked in most tests");
        assertThat(against.exposure()).isEqualTo(1);
        assertThat(against.options())
                .extracting(ItemStatistics.Chosen::times)
                .last()
                .isEqualTo(0);
        ItemStatistics first =
                java.util.Objects.requireNonNull(statistics.get(items.get(0).id()));
        assertThat(first.right()).isBetween(0.45, 0.75);
    }
}
