package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.framework.Competency;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Changes;
import org.ownpath.insight.Comparison;
import org.ownpath.insight.Move;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.springframework.beans.factory.annotation.Autowired;

/** What another rule would change is counted from the whole ledger and agrees with every single judgement. */
class WhatIfTest extends SchoolTest {

    private static final String IRENE = "irene.castellan@southfield.example";
    private static final Rule LAST_ONE = Rule.of(new Aggregation.Latest(), Requirements.reaching(4));

    @Autowired
    WhatIf whatIf;

    @Autowired
    Roster roster;

    private static Proposal lastOne() {
        return Proposal.of(ChoiceDraft.EMPTY.with(
                new ChoiceDraft.RuleChange(Scope.district(), "The last one", LAST_ONE, false, false)));
    }

    private Replay replayed(Viewer irene) {
        Asked asked = whatIf.ask(irene, lastOne());
        return whatIf.find(irene, ((Asked.Begun) asked).replay()).orElseThrow();
    }

    @Test
    void the_counts_of_a_replay_are_those_of_every_students_judgements_by_both_rules() {
        Viewer irene = viewer(IRENE);
        as(irene, () -> {
            Replay replay = replayed(irene);
            Comparison comparison = replay.comparison().orElseThrow();
            Map<Move, Long> moves = new EnumMap<>(Move.class);
            for (Person student : roster.students()) {
                whatIf.moves(irene, replay, student.student()).forEach(both -> moves.merge(both.move(), 1L, Long::sum));
            }
            for (Move move : List.of(Move.ADVANCES, Move.FALLS, Move.DUE, Move.BEGINS)) {
                assertThat(comparison.whole().flow().moving(move))
                        .as(move.words())
                        .isEqualTo(moves.getOrDefault(move, 0L));
            }
            assertThat(comparison.whole().flow().moving(Move.FALLS)).isPositive();
            return replay;
        });
    }

    @Test
    void the_students_of_a_replay_add_up_to_its_counts() {
        Viewer irene = viewer(IRENE);
        as(irene, () -> {
            Replay replay = replayed(irene);
            Comparison.Line whole = replay.comparison().orElseThrow().whole();
            List<Changes> changes = whatIf.students(irene, replay.id(), Optional.empty());
            assertThat(changes.stream().mapToLong(Changes::advances).sum())
                    .isEqualTo(whole.flow().moving(Move.ADVANCES));
            assertThat(changes.stream().mapToLong(Changes::falls).sum())
                    .isEqualTo(whole.flow().moving(Move.FALLS));
            return replay;
        });
    }

    @Test
    void a_rule_that_is_in_force_already_is_not_replayed() {
        Viewer irene = viewer(IRENE);
        as(irene, () -> {
            Replay replay = replayed(irene);
            Rule today = whatIf.explain(
                            irene, replay, roster.students().get(0).student(), replayedCompetency(irene, replay))
                    .today()
                    .rule()
                    .rule();
            Asked asked = whatIf.ask(
                    irene,
                    Proposal.of(ChoiceDraft.EMPTY.with(
                            new ChoiceDraft.RuleChange(Scope.district(), "As today", today, false, false))));
            assertThat(asked).isInstanceOf(Asked.Refused.class);
            return asked;
        });
    }

    private Competency replayedCompetency(Viewer irene, Replay replay) {
        return roster.students().stream()
                .flatMap(student -> whatIf.moves(irene, replay, student.student()).stream())
                .findFirst()
                .orElseThrow()
                .competency();
    }
}
