package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class PackedJudgeTest {

    @Property
    @Domain(RandomRules.class)
    @Domain(net.jqwik.api.domains.DomainContext.Global.class)
    void packed_verdicts_are_the_verdicts_of_the_judge(
            @ForAll Rule rule,
            @ForAll @Size(max = 3) List<List<Piece>> histories,
            @ForAll @IntRange(max = 200) int day) {
        PackedLedger ledger = new PackedLedger();
        histories.forEach(ledger::add);
        PackedVerdicts verdicts = new PackedJudge(rule).judge(ledger, Maya.day(day));
        assertThat(verdicts.size()).isEqualTo(histories.size());
        for (int i = 0; i < histories.size(); i++) {
            assertThat(verdicts.verdict(i)).isEqualTo(Judge.verdict(rule, histories.get(i), Maya.day(day)));
            assertThat(verdicts.showingsMissing(i))
                    .isEqualTo(Judge.judge(rule, histories.get(i), Maya.day(day))
                            .explanation()
                            .showingsMissing());
        }
    }

    @Test
    void a_judge_can_be_used_for_one_ledger_after_another() {
        PackedJudge judge =
                new PackedJudge(Presets.find("best-2", 3).orElseThrow().rule());
        PackedLedger mastered = new PackedLedger();
        assertThat(mastered.add(List.of(Maya.rated(4, 1), Maya.rated(4, 2)))).isZero();
        PackedLedger empty = new PackedLedger();
        empty.add(List.of());
        assertThat(judge.judge(mastered, Maya.LATER).state(0)).isEqualTo(State.MASTERED);
        assertThat(judge.judge(empty, Maya.LATER).state(0)).isEqualTo(State.NO_EVIDENCE);
        assertThat(mastered.entries()).isEqualTo(2);
        assertThat(mastered.timelines()).isEqualTo(1);
    }

    @Test
    void arrays_grow_and_hundreds_of_observers_are_enough_for_any_rule() {
        PackedLedger ledger = new PackedLedger();
        List<Piece> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(Maya.by(new UUID(9, i), Maya.rated(3, i)));
        }
        for (int i = 0; i < 20; i++) {
            ledger.add(many);
        }
        Rule rule = Rule.of(new Aggregation.Mean(), Requirements.reaching(3).byObservers(20));
        PackedVerdicts verdicts = new PackedJudge(rule).judge(ledger, Maya.LATER);
        assertThat(verdicts.verdict(19)).isEqualTo(Judge.verdict(rule, many, Maya.LATER));
        assertThat(ledger.entries()).isEqualTo(6000);
    }

    @Test
    void nanoseconds_before_1970_are_kept_and_times_out_of_range_are_refused() {
        Instant early = Instant.parse("1969-12-31T23:59:59.000000001Z");
        Piece piece = Maya.rated(4, 1);
        Piece shown = new Piece(
                piece.id(),
                piece.form(),
                piece.depth(),
                piece.context(),
                piece.purpose(),
                piece.observer(),
                piece.result(),
                early,
                early);
        PackedLedger ledger = new PackedLedger();
        ledger.add(List.of(shown));
        Rule latest = Rule.of(new Aggregation.Latest(), Requirements.reaching(3));
        assertThat(new PackedJudge(latest).judge(ledger, Maya.LATER).verdict(0).masteredAt())
                .contains(early);
        assertThatThrownBy(() -> PackedLedger.nanos(Instant.MAX)).hasMessageContaining("cannot be packed");
        assertThatThrownBy(() -> PackedLedger.nanos(PackedLedger.LATEST)).hasMessageContaining("cannot be packed");
        assertThat(PackedLedger.nanos(PackedLedger.EARLIEST)).isNegative();
    }

    @Test
    void each_requirement_of_the_driving_licence_holds_packed_too() {
        Rule licence = Presets.find("driving-licence", 3).orElseThrow().rule();
        Piece written = Maya.rated(3, 1);
        Piece practical =
                Maya.by(Maya.MR_LIND, Maya.in(Context.INTERNSHIP, Maya.as(Form.PERFORMANCE_TASK, Maya.rated(3, 2))));
        packedAlike(licence, written, practical);
        packedAlike(licence, written, Maya.as(Form.TEST, practical));
        packedAlike(licence, written, Maya.in(Context.CLASS, practical));
        packedAlike(licence, written, Maya.by(Maya.MS_OKAFOR, practical));
        packedAlike(licence, Maya.at(Depth.RECALL, written), Maya.at(Depth.RECALL, practical));
        packedAlike(licence, written, practical, Maya.as(Form.PROFESSIONAL_JUDGEMENT, Maya.rated(1, 3)));
        packedAlike(licence, Maya.as(Form.PROFESSIONAL_JUDGEMENT, Maya.rated(3, 3)));
    }

    @Test
    void missed_chances_windows_minimums_and_observers_hold_packed_too() {
        Rule latest = Rule.of(new Aggregation.Latest(), Requirements.reaching(3));
        Piece good = Maya.rated(4, 1);
        Piece missed = Maya.with(Result.missed(), Maya.rated(0, 2));
        Piece excused = Maya.with(Result.excused(), Maya.rated(0, 3));
        packedAlike(latest.withCounting(Counting.everything().missedAs(0)), good, missed);
        packedAlike(latest, good, missed, excused);
        packedAlike(latest, missed);
        packedAlike(latest, excused);
        packedAlike(latest.withCounting(Counting.everything().onlyObservers(Maya.MR_LIND)), good);
        packedAlike(latest.withCounting(Counting.everything().withinDays(300)), good, Maya.rated(4, 100));
        Rule mean = Rule.of(new Aggregation.Mean(), Requirements.reaching(3).noneBelow(2.5));
        packedAlike(mean, good, Maya.rated(2.5, 2));
        packedAlike(mean, good, Maya.rated(2.4, 2));
        Rule fresh = Rule.of(new Aggregation.Latest(), Requirements.reaching(3).freshFor(299));
        packedAlike(fresh, good);
        packedAlike(Rule.of(new Aggregation.Latest(), Requirements.reaching(3).freshFor(298)), good);
    }

    @Test
    void of_what_is_missing_one_showing_can_meet_all_but_has_one_form() {
        Rule rule = Rule.of(
                new Aggregation.BestN(2),
                Requirements.reaching(3)
                        .times(2)
                        .withForm(Form.TEST)
                        .withForm(Form.PROJECT)
                        .withForm(Form.PORTFOLIO)
                        .inContexts(2));
        assertThat(missing(rule)).isEqualTo(3);
        assertThat(missing(rule, Maya.rated(4, 1))).isEqualTo(2);
        assertThat(missing(rule.withJudgementOverrides(true), Maya.as(Form.PROFESSIONAL_JUDGEMENT, Maya.rated(4, 1))))
                .isZero();
    }

    private static int missing(Rule rule, Piece... pieces) {
        return Judge.judge(rule, List.of(pieces), Maya.LATER).explanation().showingsMissing();
    }

    private static void packedAlike(Rule rule, Piece... pieces) {
        PackedLedger ledger = new PackedLedger();
        ledger.add(List.of());
        assertThat(ledger.add(List.of(pieces))).isEqualTo(1);
        assertThat(new PackedJudge(rule).judge(ledger, Maya.LATER).verdict(1))
                .isEqualTo(Judge.verdict(rule, List.of(pieces), Maya.LATER));
    }
}
