package org.ownpath.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FsrsTest {

    private static final Fsrs FSRS = Fsrs.standard();
    private static final LocalDate START = LocalDate.of(2026, Month.JANUARY, 1);

    /** The output of ts-fsrs 5.4.2 without random spread and without several steps on one day. */
    private static List<String> reference() throws IOException {
        try (InputStream in = FsrsTest.class.getResourceAsStream("ts-fsrs-5.4.2.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .toList();
        }
    }

    @Test
    void every_line_equals_the_reference_scheduler() throws IOException {
        List<String> lines = reference();
        ReviewChoices choices = FSRS.choices(START);
        StringBuilder ours = new StringBuilder(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            RecallGrade grade = RecallGrade.of(line.charAt(0) - '0');
            Memory memory = choices.memory(grade);
            ours.append(String.format(
                    Locale.ROOT,
                    "%n%d %s S %.4f D %.4f ivl %d",
                    grade.number(),
                    memory.reviewedOn(),
                    memory.stability(),
                    memory.difficulty(),
                    choices.days(0.9).get(grade)));
            choices = FSRS.choices(memory, choices.next(grade, 0.9));
        }
        assertThat(ours.toString().lines()).hasSize(9).containsExactlyElementsOf(lines);
    }

    @Test
    void the_default_weights_are_those_of_the_reference_scheduler() throws IOException {
        String first = reference().get(0);
        String weights = first.substring(first.indexOf('[') + 1, first.indexOf(']'));
        assertThat(FsrsWeights.standard().all())
                .containsExactlyElementsOf(List.of(weights.split(",")).stream()
                        .map(Double::valueOf)
                        .toList());
    }

    @Test
    void recall_is_nine_in_ten_after_as_many_days_as_the_memory_is_stable() {
        assertThat(FSRS.recall(0, 5)).isEqualTo(1);
        assertThat(FSRS.recall(5, 5)).isCloseTo(0.9, within(1e-12));
        assertThat(FSRS.daysUntil(5, 0.9)).isCloseTo(5, within(1e-12));
    }

    @Test
    void something_mastered_is_due_on_the_first_day_below_nine_in_ten() {
        Memory whole = new Memory(3, 5, START);
        Memory part = new Memory(2.3065, 2.1181, START);
        assertThat(FSRS.dueWhenBelow(whole, 0.9)).isEqualTo(START.plusDays(4));
        assertThat(FSRS.dueWhenBelow(part, 0.9)).isEqualTo(START.plusDays(3));
    }

    @Test
    void a_second_success_on_one_day_leaves_the_stability() {
        Memory first = FSRS.first(RecallGrade.GOOD, START);
        assertThat(FSRS.review(first, RecallGrade.GOOD, START).stability()).isEqualTo(first.stability());
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_value() {
        Memory memory = FSRS.first(RecallGrade.GOOD, START);
        assertThatThrownBy(() -> FSRS.review(memory, RecallGrade.GOOD, START.minusDays(1)))
                .hasMessageContaining("2025-12-31")
                .hasMessageContaining("in the order of their days");
        assertThatThrownBy(() -> RecallGrade.of(5)).hasMessageContaining("Grade 5");
        assertThatThrownBy(() -> FSRS.intervalDays(memory, 1)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> new Memory(0, 5, START)).hasMessageContaining("Stability 0.0");
        assertThatThrownBy(() -> new Memory(1, 11, START)).hasMessageContaining("Difficulty 11.0");
        assertThatThrownBy(() -> FsrsWeights.of(1, 2, 3)).hasMessageContaining("21 weights, not 3");
        double[] broken = FsrsWeights.standard().all().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        broken[20] = 0;
        assertThatThrownBy(() -> FsrsWeights.of(broken)).hasMessageContaining("w20 cannot be 0.0");
    }

    @Property
    void the_due_day_is_the_first_below_what_is_wanted(
            @ForAll @DoubleRange(min = 0.1, max = 2000) double stability,
            @ForAll @DoubleRange(min = 0.7, max = 0.99) double wanted) {
        Memory memory = new Memory(stability, 5, START);
        LocalDate due = FSRS.dueWhenBelow(memory, wanted);
        if (due.isBefore(START.plusDays(36_500))) {
            assertThat(FSRS.recall(memory, due)).isLessThan(wanted + 1e-9);
        }
        assertThat(FSRS.recall(memory, due.minusDays(1))).isGreaterThan(wanted - 1e-9);
    }

    @Property
    void a_better_grade_never_leaves_a_weaker_or_harder_memory(
            @ForAll @DoubleRange(min = 0.01, max = 5000) double stability,
            @ForAll @DoubleRange(min = 1, max = 10) double difficulty,
            @ForAll @IntRange(max = 3000) int days) {
        Memory memory = new Memory(stability, difficulty, START);
        Memory worse = FSRS.review(memory, RecallGrade.AGAIN, START.plusDays(days));
        assertThat(worse.stability()).isLessThanOrEqualTo(stability);
        for (RecallGrade grade : List.of(RecallGrade.HARD, RecallGrade.GOOD, RecallGrade.EASY)) {
            Memory better = FSRS.review(memory, grade, START.plusDays(days));
            assertThat(better.stability()).isGreaterThanOrEqualTo(worse.stability());
            assertThat(better.difficulty()).isBetween(1.0, worse.difficulty());
            worse = better;
        }
    }

    @Property
    void a_better_grade_waits_at_least_a_day_longer(
            @ForAll @DoubleRange(min = 0.01, max = 5000) double stability, @ForAll @IntRange(max = 3000) int days) {
        Memory memory = new Memory(stability, 5, START);
        List<Integer> waits =
                List.copyOf(FSRS.choices(memory, START.plusDays(days)).days(0.9).values());
        assertThat(waits.get(0)).isPositive();
        for (int i = 1; i < 4; i++) {
            assertThat(waits.get(i)).isGreaterThan(waits.get(i - 1));
        }
    }

    @Property
    void recall_falls_with_time_and_rises_with_stability(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double stability,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double days) {
        double recall = FSRS.recall(days, stability);
        assertThat(recall).isBetween(0.0, 1.0).isGreaterThan(FSRS.recall(days * 1.1, stability));
        assertThat(recall).isLessThan(FSRS.recall(days, stability * 1.1));
    }
}
