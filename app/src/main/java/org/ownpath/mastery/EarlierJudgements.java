package org.ownpath.mastery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.engine.Judge;
import org.ownpath.engine.State;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.Rules;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * Judgements as they stood at an earlier moment, made anew from what was known then: the evidence recorded by then, less
 * what was replaced by then, under the rule in force then, by the editions of then.
 */
@Component
class EarlierJudgements {

    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final Rules rules;

    EarlierJudgements(LedgerReading ledger, Frameworks frameworks, Rules rules) {
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.rules = rules;
    }

    Map<CompetencyId, Standing> of(StudentId student, Instant moment) {
        Map<CompetencyId, Standing> standings = new HashMap<>();
        verdicts(List.of(student), moment).forEach((showing, verdict) -> {
            if (verdict.state() != State.NO_EVIDENCE) {
                standings.put(showing.competency(), Standing.of(showing.student(), showing.competency(), verdict));
            }
        });
        return standings;
    }

    States states(Collection<StudentId> students, Instant moment) {
        Map<Showing, State> states = verdicts(students, moment).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, verdict -> verdict.getValue().state()));
        return (student, competency) -> states.getOrDefault(new Showing(student, competency), State.NO_EVIDENCE);
    }

    List<Milestone> milestones(Collection<StudentId> students, Instant moment) {
        return verdicts(students, moment).entrySet().stream()
                .filter(each -> each.getValue().state() != State.NO_EVIDENCE)
                .map(each -> milestone(each.getKey(), each.getValue()))
                .toList();
    }

    private static Milestone milestone(Showing showing, Verdict verdict) {
        return new Milestone(
                showing.student(),
                showing.competency(),
                verdict.state().standing() ? verdict.masteredAt() : Optional.empty(),
                verdict.lastShownAt());
    }

    Explained explain(StudentId student, Competency competency, Instant moment) {
        History history = ledger.historiesOf(List.of(student), new AsOf.Earlier(moment))
                .getOrDefault(new Showing(student, competency.id()), History.NONE);
        var rule = rules.book().inForce(Judging.place(Optional.of(competency)), moment);
        return new Explained(Judge.judge(rule.rule(), history.standing(), moment), rule);
    }

    private Map<Showing, Verdict> verdicts(Collection<StudentId> students, Instant moment) {
        AsOf then = new AsOf.Earlier(moment);
        Curriculum curriculum = frameworks.curriculum(then);
        RuleBook book = rules.book();
        Map<Showing, Verdict> verdicts = new HashMap<>();
        ledger.historiesOf(students, then).forEach((showing, history) -> {
            var rule = book.inForce(Judging.place(curriculum.competency(showing.competency())), moment);
            verdicts.put(showing, Judge.verdict(rule.rule(), history.standing(), moment));
        });
        return verdicts;
    }
}
