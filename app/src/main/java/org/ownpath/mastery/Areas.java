package org.ownpath.mastery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Piece;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * The front door of mastery for transferable skills: how one stands in each subject with which it was shown. The judgement
 * for the whole school stands beside it and is the one that counts.
 */
@Component
public class Areas {

    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final Rules rules;
    private final Clock clock;

    Areas(LedgerReading ledger, Frameworks frameworks, Rules rules, Clock clock) {
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.rules = rules;
        this.clock = clock;
    }

    /** A subject, and how a skill stands by those pieces alone that show it together with the subject. */
    public record Area(String subject, int pieces, Explained explained) {}

    /** By subject; none where the skill was only ever shown by itself. */
    public List<Area> of(StudentId student, Competency skill, AsOf asOf) {
        Instant moment = asOf.at(clock.instant());
        RuleVersion version = rules.book().inForce(Judging.place(Optional.of(skill)), moment);
        return bySubject(student, skill, asOf).entrySet().stream()
                .map(area -> new Area(
                        area.getKey(),
                        area.getValue().size(),
                        new Explained(Judge.judge(version.rule(), area.getValue(), moment), version)))
                .toList();
    }

    private Map<String, List<Piece>> bySubject(StudentId student, Competency skill, AsOf asOf) {
        Curriculum curriculum = frameworks.curriculum(asOf);
        Map<PieceId, Set<CompetencyId>> together = ledger.shownTogether(student, skill.id());
        Map<String, List<Piece>> bySubject = new TreeMap<>();
        for (Piece piece : standing(new Showing(student, skill.id()), asOf)) {
            Set<CompetencyId> others = together.getOrDefault(new PieceId(piece.id()), new HashSet<>());
            Set<String> subjects =
                    curriculum.all(others).stream().map(Competency::subject).collect(Collectors.toSet());
            subjects.remove(skill.subject());
            subjects.forEach(subject -> bySubject
                    .computeIfAbsent(subject, first -> new ArrayList<>())
                    .add(piece));
        }
        return bySubject;
    }

    private List<Piece> standing(Showing showing, AsOf asOf) {
        Map<Showing, History> held = asOf.earlier().isPresent()
                ? ledger.historiesOf(List.of(showing.student()), asOf)
                : ledger.histories(List.of(showing));
        return held.getOrDefault(showing, History.NONE).standing();
    }
}
