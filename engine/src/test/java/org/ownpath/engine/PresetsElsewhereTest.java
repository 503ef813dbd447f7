package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ownpath.engine.Maya.LATER;
import static org.ownpath.engine.Maya.as;
import static org.ownpath.engine.Maya.day;
import static org.ownpath.engine.Maya.formative;
import static org.ownpath.engine.Maya.rated;
import static org.ownpath.engine.Maya.recorded;
import static org.ownpath.engine.Maya.with;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each system's rule on a four-point scale with mastery at 3, against outcomes worked out by hand. */
class PresetsElsewhereTest {

    private static Judgement judge(String preset, Piece... pieces) {
        return Judge.judge(Presets.find(preset, 3).orElseThrow().rule(), List.of(pieces), LATER);
    }

    private static Judgement judge(String preset, double... ratings) {
        List<Piece> pieces = new ArrayList<>();
        for (double rating : ratings) {
            pieces.add(rated(rating, pieces.size()));
        }
        return judge(preset, pieces.toArray(Piece[]::new));
    }

    private static void mastered(String preset, double... ratings) {
        assertThat(judge(preset, ratings).state()).isEqualTo(State.MASTERED);
    }

    private static void not(String preset, double... ratings) {
        assertThat(judge(preset, ratings).state().standing()).isFalse();
    }

    @Test
    void every_preset_starts_without_evidence_and_is_overridden_by_a_person() {
        for (Preset preset : Presets.forThreshold(3)) {
            Judgement empty = Judge.judge(preset.rule(), List.of(), LATER);
            assertThat(empty.state()).as(preset.id()).isEqualTo(State.NO_EVIDENCE);
            assertThat(empty.value()).isEmpty();
            Piece yes = as(Form.PROFESSIONAL_JUDGEMENT, rated(3, 1));
            assertThat(Judge.judge(preset.rule(), List.of(yes, rated(0, 2)), LATER)
                            .state())
                    .as(preset.id())
                    .isEqualTo(State.MASTERED);
        }
    }

    @Test
    void every_preset_says_itself_and_passes_over_a_missed_chance() {
        for (Preset preset : Presets.forThreshold(3)) {
            assertThat(preset.rule().sentence()).endsWith(".").doesNotContain(",,", " ,");
            assertThat(preset.summary()).endsWith(".");
            assertThat(preset.group()).isNotBlank();
            List<Piece> pieces = List.of(rated(4, 1), with(Result.missed(), rated(0, 2)), rated(4, 3));
            Judgement judgement = Judge.judge(preset.rule(), pieces, LATER);
            assertThat(judgement.value())
                    .as(preset.id())
                    .isEqualTo(Judge.judge(preset.rule(), List.of(pieces.get(0), pieces.get(2)), LATER)
                            .value());
            assertThat(judgement.explanation().excluded()).hasSize(1);
        }
    }

    @Test
    void every_preset_orders_late_entries_by_when_they_were_shown() {
        Piece first = recorded(20, rated(1, 1));
        Piece second = rated(4, 2);
        for (Preset preset : Presets.forThreshold(3)) {
            assertThat(Judge.verdict(preset.rule(), List.of(second, first), LATER))
                    .as(preset.id())
                    .isEqualTo(Judge.verdict(preset.rule(), List.of(rated(1, 1), second), LATER));
        }
    }

    @Test
    void canvas_weighted_average_is_rounded_before_it_is_compared() {
        assertThat(judge("canvas-weighted-average", 2, 3, 1, 4).value()).hasValueCloseTo(3.3, within(1e-12));
        // 0.65 * 3 + 0.35 * 2.99 = 2.9965, rounded 3
        mastered("canvas-weighted-average", 2.99, 3);
        not("canvas-weighted-average", 2.98, 3); // 2.993, rounded 2.99
        not("canvas-weighted-average", 4, 2); // 2.7
    }

    @Test
    void canvas_decaying_average_highest_latest_and_average() {
        assertThat(judge("canvas-decaying-average", 2, 3, 1, 4).value()).hasValue(3.15); // 3.152125
        mastered("canvas-highest", 1, 3, 1);
        not("canvas-latest", 4, 2);
        mastered("canvas-latest", 1, 3);
        assertThat(judge("canvas-average", 3, 3, 2).value()).hasValue(2.67);
        mastered("canvas-average", 2.99, 3, 3); // 2.9967
    }

    @Test
    void canvas_n_mastery_has_no_score_before_the_fifth_time() {
        assertThat(judge("canvas-n-mastery", 4, 4, 4, 4, 2).value()).isEmpty();
        not("canvas-n-mastery", 4, 4, 4, 4, 2);
        assertThat(judge("canvas-n-mastery", 4, 3, 1, 4, 3, 2, 3).value()).hasValue(3.4); // 17 / 5
        mastered("canvas-n-mastery", 4, 3, 1, 4, 3, 2, 3);
    }

    @Test
    void slate_wants_two_and_passes_within_half_a_level_of_the_average_to_one_decimal() {
        not("slate", 4);
        mastered("slate", 2, 3, 1); // 2.5
        mastered("slate", 2.4, 2.5); // 2.45, rounded 2.5
        not("slate", 2.3, 2.5); // 2.4
        assertThat(judge("slate", 2, 3, 3, 1).value()).hasValue(3);
        Judgement missed = judge("slate", rated(3, 1), with(Result.missed(), rated(0, 2)));
        assertThat(missed.state()).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(missed.value()).hasValue(3);
    }

    @Test
    void marzano_sees_a_rising_trend_and_not_a_falling_one() {
        mastered("marzano", 1, 2, 2.5, 3); // fitted 3.14, held at 3
        not("marzano", 4, 3, 2, 2);
        assertThat(judge("marzano", 3, 4, 4).state()).isEqualTo(State.TOO_LITTLE_EVIDENCE);
    }

    @Test
    void kolibri_counts_among_any_attempts_in_a_row_and_keeps_what_was_reached() {
        mastered("kolibri-3-of-5", 3, 1, 3, 1, 4);
        not("kolibri-3-of-5", 3, 1, 3, 1, 1, 4); // the first has left the five
        mastered("kolibri-3-of-5", 3, 3, 3, 1, 1, 1, 1, 1);
        not("kolibri-2-in-a-row", 3, 1, 3, 1);
        mastered("kolibri-2-in-a-row", 3, 3, 1);
        not("kolibri-3-in-a-row", 3, 3, 1, 3, 3);
        mastered("kolibri-5-in-a-row", 1, 3, 3, 3, 3, 3);
        not("kolibri-10-in-a-row", 3, 3, 3, 3, 3, 3, 3, 3, 3);
        mastered("kolibri-10-in-a-row", 3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
        mastered("kolibri-all", 3, 4, 3);
        not("kolibri-all", 3, 2, 4);
    }

    @Test
    void oatutor_is_sure_after_three_right_answers() {
        not("oatutor", 3, 3); // 0.925
        mastered("oatutor", 3, 3, 3); // 0.992
        mastered("oatutor", 3, 2, 3, 3); // 0.965
        not("oatutor", 3, 3, 3, 1); // mastery falls with a wrong answer
    }

    @Test
    void moodle_keeps_the_first_rating_until_a_person_decides() {
        mastered("moodle", 3, 1, 1);
        not("moodle", 2, 4, 4);
        Judgement overridden = judge("moodle", rated(2, 1), as(Form.PROFESSIONAL_JUDGEMENT, rated(4, 2)));
        assertThat(overridden.state()).isEqualTo(State.MASTERED);
        assertThat(overridden.value()).hasValue(2);
    }

    @Test
    void open_edx_and_mastery_track_look_at_the_latest() {
        mastered("openedx", 1, 3);
        not("openedx", 4, 2);
        mastered("masterytrack", 1, 3);
        assertThat(judge("masterytrack", formative(rated(4, 1))).state()).isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void prairielearn_and_artemis_collect() {
        not("prairielearn", 3, 3); // 1 + 2
        mastered("prairielearn", 3, 3, 3); // 1 + 2 + 3
        mastered("prairielearn", 3, 3, 3, 0); // never lost
        mastered("artemis", 3, 3, 3);
        mastered("artemis", 2.4, 2.4, 3, 3); // progress 90, recent better: held at 100
        not("artemis", 3, 3, 2); // progress 89, recent worse
    }

    @Test
    void ties_in_time_are_ordered_by_when_they_were_recorded() {
        Piece weak = recorded(3, rated(1, 1));
        Piece strong = recorded(2, rated(4, 1));
        assertThat(judge("openedx", weak, strong).state()).isEqualTo(State.NOT_YET);
        assertThat(judge("moodle", weak, strong).state()).isEqualTo(State.MASTERED);
        assertThat(judge("openedx", weak, strong).lastShownAt()).contains(day(1));
    }

    @Test
    void a_scale_without_numbers_above_zero_leaves_out_what_divides_by_them() {
        assertThat(Presets.forThreshold(0)).extracting(Preset::id).doesNotContain("prairielearn", "artemis");
        assertThat(Presets.forThreshold(-1000)).isNotEmpty();
    }
}
