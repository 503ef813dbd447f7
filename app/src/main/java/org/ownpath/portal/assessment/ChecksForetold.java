package org.ownpath.portal.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.assessment.Recall;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.Topic;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** How many short checks of what is mastered would be due, if they came sooner or later. */
@Component
class ChecksForetold implements Foretelling {

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "checks",
                    "Short checks of what is mastered",
                    "short checks that are due",
                    "none is due",
                    "Everything that stands mastered, by how likely the student recalls it today. A page proposes the most"
                            + " urgent of each student first."),
            Settings.RETENTION);

    private final LedgerStream ledger;
    private final Mastery mastery;
    private final Frameworks frameworks;

    ChecksForetold(LedgerStream ledger, Mastery mastery, Frameworks frameworks) {
        this.ledger = ledger;
        this.mastery = mastery;
        this.frameworks = frameworks;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    /** How likely a student recalls something. */
    private record Remembered(StudentId student, Competency competency, double chance) {}

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        States states = mastery.states(students);
        List<Remembered> all = remembered(ledger.readTogether(students), SchoolTime.day(at));
        return supposed -> {
            States then = states.under(supposed);
            Map<Foretold.Of, Integer> due = new HashMap<>();
            all.stream()
                    .filter(each -> due(each, then, supposed))
                    .forEach(each -> due.merge(
                            new Foretold.Of(each.student(), each.competency().subject()), 1, Integer::sum));
            Map<Foretold.Of, Foretold.Side> checks = new HashMap<>();
            due.forEach((of, count) -> checks.put(of, new Foretold.Side(count, count + " due")));
            return checks;
        };
    }

    private static boolean due(Remembered each, States states, Supposed supposed) {
        return states.of(each.student(), each.competency().id()).standing()
                && each.chance() < Recall.checkedBelow(supposed.choices(), each.competency(), supposed.at());
    }

    private List<Remembered> remembered(Map<StudentId, Map<CompetencyId, History>> held, LocalDate today) {
        Curriculum curriculum = frameworks.curriculum();
        return held.entrySet().stream()
                .flatMap(own -> own.getValue().entrySet().stream()
                        .flatMap(each -> remembered(own.getKey(), each, curriculum, today).stream()))
                .toList();
    }

    private static Optional<Remembered> remembered(
            StudentId student, Map.Entry<CompetencyId, History> shown, Curriculum curriculum, LocalDate today) {
        return curriculum
                .competency(shown.getKey())
                .flatMap(competency -> Recall.of(shown.getValue().standing(), curriculum.scaleOf(competency), today)
                        .map(recall -> new Remembered(student, competency, recall.chance())));
    }
}
