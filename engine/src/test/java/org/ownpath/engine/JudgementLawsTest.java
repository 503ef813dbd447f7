package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** The laws of the mastery engine over random rules and histories. */
@Domain(RandomRules.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class JudgementLawsTest {

    private static Instant asOf(int day) {
        return Maya.day(day);
    }

    @Property
    void a_duplicate_counts_once(@ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        List<Piece> twice = new ArrayList<>(history);
        twice.addAll(history);
        assertThat(Judge.judge(rule, twice, asOf(day))).isEqualTo(Judge.judge(rule, history, asOf(day)));
        assertThat(Judge.verdict(rule, twice, asOf(day))).isEqualTo(Judge.verdict(rule, history, asOf(day)));
    }

    @Property
    void the_order_of_arrival_does_not_matter(
            @ForAll Rule rule,
            @ForAll List<Piece> history,
            @ForAll @IntRange(max = 200) int day,
            @ForAll Random random) {
        List<Piece> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        assertThat(Judge.judge(rule, shuffled, asOf(day))).isEqualTo(Judge.judge(rule, history, asOf(day)));
    }

    @Property
    void the_same_inputs_give_the_same_judgement(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        Judgement first = Judge.judge(rule, history, asOf(day));
        Judge.judge(rule, history.subList(0, history.size() / 2), asOf(day)); // leaves no trace
        Judgement again = Judge.judge(RuleJson.read(RuleJson.write(rule)), List.copyOf(history), asOf(day));
        assertThat(again).isEqualTo(first);
        assertThat(again.explanation().sentence("Maya", "Fractions"))
                .isEqualTo(first.explanation().sentence("Maya", "Fractions"));
    }

    @Property
    void evidence_recorded_and_withdrawn_equals_evidence_never_recorded(
            @ForAll Rule rule,
            @ForAll List<Piece> history,
            @ForAll @IntRange(max = 200) int day,
            @ForAll @IntRange(max = 11) int which) {
        if (which >= history.size()) {
            return;
        }
        List<Piece> live = new ArrayList<>(history);
        Judge.judge(rule, live, asOf(day));
        Piece withdrawn = live.remove(which);
        List<Piece> never =
                history.stream().filter(piece -> !piece.equals(withdrawn)).toList();
        Judgement judgement = Judge.judge(rule, live, asOf(day));
        assertThat(judgement).isEqualTo(Judge.judge(rule, never, asOf(day)));
        assertThat(cited(judgement)).doesNotContain(withdrawn);
    }

    @Property
    void an_explanation_cites_every_piece_up_to_its_moment_once_and_no_other(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        Judgement judgement = Judge.judge(rule, history, asOf(day));
        assertThat(cited(judgement))
                .containsExactlyInAnyOrderElementsOf(history.stream()
                        .filter(piece -> !piece.shownAt().isAfter(asOf(day)))
                        .toList());
        assertThat(judgement.explanation().override().stream().map(Explanation.Overruling::judgement))
                .allMatch(history::contains);
    }

    private static List<Piece> cited(Judgement judgement) {
        Explanation explanation = judgement.explanation();
        return Stream.of(
                        explanation.counted().stream(),
                        explanation.excluded().stream().map(Explanation.Excluded::piece),
                        explanation.selfAssessments().stream(),
                        explanation.judgements().stream())
                .flatMap(pieces -> pieces)
                .toList();
    }

    @Property
    void the_verdict_equals_the_judgement(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        Judgement judgement = Judge.judge(rule, history, asOf(day));
        Verdict verdict = Judge.verdict(rule, history, asOf(day));
        assertThat(verdict)
                .isEqualTo(new Verdict(
                        judgement.state(),
                        judgement.value(),
                        judgement.count(),
                        judgement.masteredAt(),
                        judgement.lastShownAt(),
                        judgement.freshUntil()));
    }

    @Property
    void the_requirements_that_are_shown_decide_the_state_unless_a_judgement_does(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        Explanation explanation = Judge.judge(rule, history, asOf(day)).explanation();
        if (explanation.override().isPresent()) {
            return;
        }
        State state = explanation.verdict().state();
        assertThat(state == State.MASTERED).isEqualTo(explanation.unmet().isEmpty());
        if (state == State.NEEDS_REFRESH) {
            assertThat(explanation.unmet()).hasSize(1).allMatch(Requirement.Fresh.class::isInstance);
        }
        if (state == State.NOT_YET) {
            assertThat(explanation.unmet())
                    .anyMatch(r -> r instanceof Requirement.Threshold || r instanceof Requirement.MinimumRating)
                    .noneMatch(Requirement.Demonstrations.class::isInstance);
        }
    }

    @Property
    void the_value_is_the_aggregate_of_the_counted_pieces(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        Judgement judgement = Judge.judge(rule, history, asOf(day));
        double[] ratings = judgement.explanation().counted().stream()
                .mapToDouble(
                        p -> p.result().rating(rule.counting().missedCountsAs()).orElseThrow())
                .toArray();
        assertThat(judgement.value()).isEqualTo(rule.aggregation().of(ratings));
    }

    @Property
    void judging_piece_by_piece_equals_judging_all_of_them_anew(@ForAll Rule rule, @ForAll List<Piece> history) {
        Assume.that(rule.counting().windowDays().isEmpty());
        List<Piece> ordered = history.stream().sorted(Piece.ORDER).toList();
        Tally tally = new Tally(rule);
        for (int i = 0; i < ordered.size(); i++) {
            Instant now = ordered.get(i).shownAt();
            tally.add(ordered.get(i), now);
            List<Piece> soFar = ordered.subList(0, i + 1);
            assertThat(tally.verdict(now, Judge.verdict(rule, soFar, now).masteredAt()))
                    .isEqualTo(Judge.verdict(rule, soFar, now));
        }
    }

    /** Judges anew at every moment at which anything could change, without the replay. */
    @Property
    void mastery_is_dated_from_the_first_moment_since_which_it_has_stood(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Piece piece : history) {
            moments.add(piece.shownAt());
            rule.counting().windowDays().ifPresent(days -> moments.add(Counting.leavesWindow(piece, days)));
        }
        Optional<Instant> since = Optional.empty();
        for (Instant moment : moments.headSet(asOf(day), true)) {
            boolean standing = Judge.judge(rule, history, moment).state().standing();
            since = standing ? since.or(() -> Optional.of(moment)) : Optional.empty();
        }
        assertThat(Judge.verdict(rule, history, asOf(day)).masteredAt()).isEqualTo(since);
    }

    @Property
    void a_further_top_rating_never_lowers_the_value_of_highest_or_best(
            @ForAll List<Piece> history, @ForAll @IntRange(max = 100) int day) {
        Piece top = Maya.rated(4, day);
        List<Piece> more = new ArrayList<>(history);
        more.add(top);
        for (Aggregation monotone : List.of(new Aggregation.Highest(), new Aggregation.BestN(2))) {
            Rule rule = Rule.of(monotone, Requirements.reaching(3));
            Verdict before = Judge.verdict(rule, history, asOf(200));
            Verdict after = Judge.verdict(rule, more, asOf(200));
            before.value()
                    .ifPresent(value -> assertThat(after.value().orElseThrow()).isGreaterThanOrEqualTo(value));
            assertThat(!before.state().standing() || after.state().standing()).isTrue();
        }
    }

    @Property
    void every_explanation_can_be_said(
            @ForAll Rule rule, @ForAll List<Piece> history, @ForAll @IntRange(max = 200) int day) {
        Explanation explanation = Judge.judge(rule, history, asOf(day)).explanation();
        assertThat(List.of(explanation.sentence("Maya", "Fractions"), explanation.next(), rule.sentence()))
                .allSatisfy(text -> assertThat(text)
                        .endsWith(".")
                        .doesNotContain("null", "..", ",,", ",.", ",;", "  ", "Optional", "NaN", "[", "_"));
        assertThat(new HashSet<>(explanation.requirements())).hasSameSizeAs(explanation.requirements());
    }
}
