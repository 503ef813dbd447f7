package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ownpath.engine.Maya.LATER;
import static org.ownpath.engine.Maya.as;
import static org.ownpath.engine.Maya.at;
import static org.ownpath.engine.Maya.by;
import static org.ownpath.engine.Maya.day;
import static org.ownpath.engine.Maya.formative;
import static org.ownpath.engine.Maya.in;
import static org.ownpath.engine.Maya.rated;
import static org.ownpath.engine.Maya.recorded;
import static org.ownpath.engine.Maya.with;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Rule LATEST = Rule.of(new Aggregation.Latest(), Requirements.reaching(3));
    private static final Rule BEST_2 =
            Rule.of(new Aggregation.BestN(2), Requirements.reaching(3).times(2));

    private static State state(Rule rule, Piece... pieces) {
        return Judge.judge(rule, List.of(pieces), LATER).state();
    }

    @Test
    void nothing_shown_is_no_evidence() {
        Judgement judgement = Judge.judge(BEST_2, List.of(), LATER);
        assertThat(judgement).isInstanceOf(Judgement.NoEvidence.class);
        assertThat(judgement.value()).isEmpty();
        assertThat(judgement.masteredAt()).isEmpty();
    }

    @Test
    void one_good_rating_of_two_is_too_little_evidence() {
        assertThat(state(BEST_2, rated(4, 1))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
    }

    @Test
    void enough_evidence_below_the_threshold_is_not_yet() {
        assertThat(state(BEST_2, rated(2, 1), rated(3, 2))).isEqualTo(State.NOT_YET);
    }

    @Test
    void mastery_is_dated_by_the_piece_that_reached_it() {
        Judgement judgement = Judge.judge(BEST_2, List.of(rated(2, 1), rated(3, 2), rated(3, 3), rated(1, 4)), LATER);
        assertThat(judgement).isInstanceOf(Judgement.Mastered.class);
        assertThat(judgement.masteredAt()).contains(day(3));
        assertThat(judgement.lastShownAt()).contains(day(4));
        assertThat(judgement.count()).isEqualTo(4);
    }

    @Test
    void mastery_that_was_lost_and_reached_again_is_dated_by_the_second_time() {
        Judgement judgement = Judge.judge(LATEST, List.of(rated(3, 1), rated(2, 2), rated(4, 3), rated(3, 4)), LATER);
        assertThat(judgement.masteredAt()).contains(day(3));
    }

    @Test
    void a_late_entry_is_ordered_by_when_it_was_shown() {
        Piece shownFirst = recorded(9, rated(1, 1));
        assertThat(state(LATEST, rated(3, 2), shownFirst)).isEqualTo(State.MASTERED);
    }

    @Test
    void pieces_shown_at_one_instant_are_ordered_by_when_they_were_recorded() {
        assertThat(state(LATEST, recorded(4, rated(1, 1)), recorded(2, rated(4, 1))))
                .isEqualTo(State.NOT_YET);
        assertThat(state(LATEST, recorded(2, rated(1, 1)), recorded(4, rated(4, 1))))
                .isEqualTo(State.MASTERED);
    }

    @Test
    void what_is_shown_after_the_moment_of_judgement_is_ignored() {
        List<Piece> pieces = List.of(rated(3, 1), rated(1, 5));
        assertThat(Judge.judge(LATEST, pieces, day(4)).state()).isEqualTo(State.MASTERED);
        assertThat(Judge.judge(LATEST, pieces, day(5)).state()).isEqualTo(State.NOT_YET);
    }

    @Test
    void a_piece_with_the_same_id_counts_once() {
        Piece once = rated(4, 1);
        assertThat(Judge.judge(BEST_2, List.of(once, once), LATER).count()).isEqualTo(1);
    }

    @Test
    void two_different_pieces_with_one_id_are_refused() {
        Piece piece = rated(4, 1);
        assertThatThrownBy(() -> Judge.judge(BEST_2, List.of(piece, with(Result.rated(1), piece)), LATER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(piece.id().toString())
                .hasMessageContaining("leave out");
    }

    @Test
    void an_average_of_decimals_that_equals_the_threshold_reaches_it() {
        Rule mean = Rule.of(new Aggregation.Mean(), Requirements.reaching(2.7));
        Piece[] pieces = {rated(2.7, 1), rated(2.7, 2), rated(2.7, 3), rated(2.7, 4), rated(2.7, 5), rated(2.7, 6)};
        assertThat(state(mean, pieces)).isEqualTo(State.MASTERED);
        Rule tenth = Rule.of(new Aggregation.Mean(), Requirements.reaching(0.1));
        assertThat(state(tenth, rated(0.1, 1), rated(0.1, 2), rated(0.1, 3))).isEqualTo(State.MASTERED);
    }

    @Test
    void a_required_form_has_to_be_among_the_demonstrations() {
        Rule rule = Rule.of(new Aggregation.Latest(), Requirements.reaching(3).withForm(Form.PROJECT));
        assertThat(state(rule, rated(4, 1))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(rule, as(Form.PROJECT, rated(1, 1)), rated(4, 2))).isEqualTo(State.MASTERED);
    }

    @Test
    void a_required_depth_has_to_be_reached_at_that_depth_or_deeper() {
        Rule rule = Rule.of(new Aggregation.Latest(), Requirements.reaching(3).atDepth(Depth.APPLY));
        assertThat(state(rule, at(Depth.RECALL, rated(4, 1)))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(rule, at(Depth.APPLY, rated(2, 1)), at(Depth.RECALL, rated(4, 2))))
                .isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(rule, at(Depth.CREATE, rated(3, 1)), at(Depth.RECALL, rated(4, 2))))
                .isEqualTo(State.MASTERED);
    }

    @Test
    void contexts_and_observers_have_to_differ() {
        Rule rule = Rule.of(
                new Aggregation.Latest(), Requirements.reaching(3).inContexts(2).byObservers(2));
        assertThat(state(rule, rated(4, 1), in(Context.HOME, rated(4, 2)))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(rule, rated(4, 1), by(Maya.MR_LIND, rated(4, 2)))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(rule, rated(4, 1), by(Maya.MR_LIND, in(Context.HOME, rated(4, 2)))))
                .isEqualTo(State.MASTERED);
    }

    @Test
    void a_rating_below_the_minimum_holds_mastery_back_only_if_it_enters_the_value() {
        Requirements noTwo = Requirements.reaching(3).noneBelow(2.5);
        Rule mean = Rule.of(new Aggregation.Mean(), noTwo);
        assertThat(state(mean, rated(2, 1), rated(4, 2))).isEqualTo(State.NOT_YET);
        Rule best = Rule.of(new Aggregation.BestN(2), noTwo);
        assertThat(state(best, rated(2, 1), rated(4, 2), rated(3, 3))).isEqualTo(State.MASTERED);
    }

    @Test
    void mastery_needs_a_refresh_the_instant_after_its_freshness_ends() {
        Rule rule = Rule.of(new Aggregation.Highest(), Requirements.reaching(3).freshFor(30));
        List<Piece> pieces = List.of(rated(4, 1), rated(2, 20));
        Instant end = day(31);
        assertThat(Judge.judge(rule, pieces, end)).isInstanceOf(Judgement.Mastered.class);
        Judgement after = Judge.judge(rule, pieces, end.plusNanos(1));
        assertThat(after).isInstanceOf(Judgement.NeedsRefresh.class);
        assertThat(after.freshUntil()).contains(end);
        assertThat(after.masteredAt()).contains(day(1));
    }

    @Test
    void showing_it_well_again_refreshes_and_keeps_the_first_date() {
        Rule rule = Rule.of(new Aggregation.Highest(), Requirements.reaching(3).freshFor(30));
        Judgement judgement = Judge.judge(rule, List.of(rated(4, 1), rated(3, 100)), day(101));
        assertThat(judgement.state()).isEqualTo(State.MASTERED);
        assertThat(judgement.freshUntil()).contains(day(130));
        assertThat(judgement.masteredAt()).contains(day(1));
    }

    @Test
    void a_piece_leaves_the_window_after_its_days_and_mastery_with_it() {
        Rule rule = LATEST.withCounting(Counting.everything().withinDays(30));
        List<Piece> pieces = List.of(rated(4, 1));
        assertThat(Judge.judge(rule, pieces, day(31).minusNanos(1)).state()).isEqualTo(State.MASTERED);
        assertThat(Judge.judge(rule, pieces, day(31)).state()).isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void mastery_that_lapsed_between_two_pieces_of_a_window_starts_anew() {
        Rule rule = LATEST.withCounting(Counting.everything().withinDays(30));
        assertThat(Judge.judge(rule, List.of(rated(4, 1), rated(4, 50)), day(51))
                        .masteredAt())
                .contains(day(50));
        assertThat(Judge.judge(rule, List.of(rated(4, 1), rated(4, 20)), day(40))
                        .masteredAt())
                .contains(day(1));
    }

    @Test
    void only_what_the_rule_lets_count_counts() {
        Rule summative = BEST_2.withCounting(Counting.everything().onlyPurposes(Purpose.SUMMATIVE));
        Judgement judgement = Judge.judge(summative, List.of(rated(4, 1), formative(rated(4, 2))), LATER);
        assertThat(judgement.state()).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(judgement.explanation().excluded())
                .extracting(Explanation.Excluded::reason)
                .containsExactly(Explanation.Reason.PURPOSE);
    }

    @Test
    void a_self_assessment_stands_beside_and_never_counts() {
        Judgement judgement = Judge.judge(LATEST, List.of(as(Form.SELF_ASSESSMENT, rated(4, 1))), LATER);
        assertThat(judgement.state()).isEqualTo(State.NO_EVIDENCE);
        assertThat(judgement.explanation().selfAssessments()).hasSize(1);
    }

    @Test
    void a_missed_chance_is_shown_and_does_not_enter_the_value() {
        Piece missed = with(Result.missed(), rated(0, 2));
        Judgement judgement = Judge.judge(LATEST, List.of(rated(3, 1), missed), LATER);
        assertThat(judgement.value()).hasValue(3);
        assertThat(judgement.explanation().excluded())
                .containsExactly(new Explanation.Excluded(missed, Explanation.Reason.MISSED));
        assertThat(state(LATEST, missed)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
    }

    @Test
    void a_missed_chance_enters_the_value_where_the_rule_says_so_and_is_no_demonstration() {
        Rule rule = LATEST.withCounting(Counting.everything().missedAs(0));
        Judgement judgement = Judge.judge(rule, List.of(rated(3, 1), with(Result.missed(), rated(0, 2))), LATER);
        assertThat(judgement.value()).hasValue(0);
        assertThat(judgement.count()).isEqualTo(1);
        assertThat(judgement.state()).isEqualTo(State.NOT_YET);
    }

    @Test
    void an_excused_chance_says_nothing() {
        assertThat(state(LATEST, with(Result.excused(), rated(0, 1)))).isEqualTo(State.NO_EVIDENCE);
    }

    @Test
    void the_latest_professional_judgement_decides_and_the_value_stays_beside_it() {
        Rule rule = LATEST.withJudgementOverrides(true);
        Piece yes = as(Form.PROFESSIONAL_JUDGEMENT, rated(3, 2));
        Judgement judgement = Judge.judge(rule, List.of(rated(1, 1), yes, rated(1, 3)), LATER);
        assertThat(judgement.state()).isEqualTo(State.MASTERED);
        assertThat(judgement.value()).hasValue(1);
        assertThat(judgement.masteredAt()).contains(day(2));
        assertThat(judgement.explanation().override()).contains(new Explanation.Overruling(yes, State.NOT_YET));
        Piece no = as(Form.PROFESSIONAL_JUDGEMENT, rated(2, 4));
        assertThat(state(rule, rated(4, 1), yes, no)).isEqualTo(State.NOT_YET);
    }

    @Test
    void a_professional_judgement_decides_nothing_where_the_rule_does_not_let_it() {
        Judgement judgement =
                Judge.judge(LATEST, List.of(rated(1, 1), as(Form.PROFESSIONAL_JUDGEMENT, rated(4, 2))), LATER);
        assertThat(judgement.state()).isEqualTo(State.NOT_YET);
        assertThat(judgement.explanation().override()).isEmpty();
        assertThat(judgement.explanation().judgements()).hasSize(1);
    }

    @Test
    void the_driving_licence_is_refused_until_its_last_requirement_is_met() {
        Rule licence = Presets.find("driving-licence", 3).orElseThrow().rule();
        Piece written = rated(3, 1);
        Piece practical = by(Maya.MR_LIND, in(Context.INTERNSHIP, as(Form.PERFORMANCE_TASK, rated(3, 2))));
        assertThat(state(licence, written, practical)).isEqualTo(State.MASTERED);
        assertThat(state(licence, written, as(Form.TEST, practical))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(licence, written, in(Context.CLASS, practical))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(licence, written, by(Maya.MS_OKAFOR, practical))).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(licence, at(Depth.RECALL, written), at(Depth.RECALL, practical)))
                .isEqualTo(State.TOO_LITTLE_EVIDENCE);
    }
}
