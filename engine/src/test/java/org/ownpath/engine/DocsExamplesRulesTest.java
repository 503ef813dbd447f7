package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The examples of docs/engine/rules.md, line by line, with what they print. */
class DocsExamplesRulesTest {

    private static Piece piece(int day, double rating) {
        Instant shown = Instant.parse("2026-09-0" + day + "T08:00:00Z");
        return new Piece(
                new UUID(0, day),
                Form.TEST,
                Depth.APPLY,
                Context.CLASS,
                Purpose.SUMMATIVE,
                new UUID(0, 1),
                Result.rated(rating),
                shown,
                shown);
    }

    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");

    @Test
    void judging_and_asking_why() {
        Rule rule = Presets.find("canvas-decaying-average", 3).orElseThrow().rule();
        Judgement judgement = Judge.judge(rule, List.of(piece(1, 2), piece(2, 3), piece(3, 4)), NOW);
        assertThat(judgement.state()).isEqualTo(State.MASTERED);
        assertThat(judgement.value()).hasValue(3.53);
        assertThat(judgement.explanation().contributions().get(2).words())
                .isEqualTo("without it the value would be 2.65");
    }

    @Test
    void a_rule_from_json() {
        Rule rule = RuleJson.read("""
                {"aggregation": {"kind": "last_n", "n": 5, "from": 3}, "requirements": {"threshold": 3}}""");
        Judgement judgement = Judge.judge(rule, List.of(piece(1, 3), piece(2, 1), piece(3, 4)), NOW);
        assertThat(judgement.explanation().sentence("Maya", "Fractions"))
                .isEqualTo(
                        "Maya has shown “Fractions” 3 times (3 tests); the number of attempts rated 3 or higher among"
                                + " the last 5 is 2, and 3 is needed.");
        assertThat(judgement.explanation().next()).isEqualTo("Next: a new rating of 3 or higher.");
    }

    @Test
    void a_parent_falls_with_its_children() {
        Rule latest = Presets.find("latest", 3).orElseThrow().rule();
        Judgement adding = Judge.judge(latest, List.of(piece(1, 4)), NOW);
        Judgement dividing = Judge.judge(latest, List.of(piece(1, 2)), NOW);
        ParentRule rule = ParentRuleJson.read("""
                {"kind": "points", "points": {"adding": 1, "dividing": 2}, "threshold": 2}""");
        assertThat(rule.judge(Map.of("adding", adding, "dividing", dividing)).sentence())
                .isEqualTo("Not yet: 1 of 2 points.");
    }

    @Test
    void many_timelines_at_once() {
        PackedLedger ledger = new PackedLedger();
        ledger.add(List.of(piece(1, 2), piece(2, 4)));
        ledger.add(List.of());
        Rule rule = Presets.find("latest", 3).orElseThrow().rule();
        PackedVerdicts verdicts = new PackedJudge(rule).judge(ledger, NOW);
        assertThat(verdicts.state(0)).isEqualTo(State.MASTERED);
        assertThat(verdicts.state(1)).isEqualTo(State.NO_EVIDENCE);
    }
}
