package org.ownpath.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ownpath.engine.Piece;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.policy.Trial;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** How much of what was shown in the last year could have been recorded, if other forms and places were accepted. */
@Component
class AcceptedForetold implements Foretelling {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int AT_ONCE = 100;

    private static final Topic TOPIC = new Topic(
            "accepted",
            "What is accepted as evidence",
            "showings of the last year in a form and place that is accepted",
            "What was shown in the last 365 days, as if it was recorded today. It stays in the ledger and goes on counting;"
                    + " the question is how much of the like could be recorded.",
            List.of(Settings.FORMS, Settings.CONTEXTS));

    private final LedgerStream ledger;
    private final Frameworks frameworks;

    AcceptedForetold(LedgerStream ledger, Frameworks frameworks) {
        this.ledger = ledger;
        this.frameworks = frameworks;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public List<Foretold> of(List<StudentId> students, Trial trial) {
        Curriculum curriculum = frameworks.curriculum();
        List<Foretold> told = new ArrayList<>();
        for (int from = 0; from < students.size(); from += AT_ONCE) {
            List<StudentId> some = students.subList(from, Math.min(students.size(), from + AT_ONCE));
            ledger.readTogether(some)
                    .forEach((student, held) -> shown(
                                    held, curriculum, trial.at().minus(YEAR))
                            .forEach((subject, pieces) -> told.add(new Foretold(
                                    student,
                                    subject,
                                    side(trial.today(), subject, pieces, trial.at()),
                                    side(trial.drafted(), subject, pieces, trial.at())))));
        }
        return told;
    }

    private static Map<String, List<Piece>> shown(
            Map<CompetencyId, History> held, Curriculum curriculum, Instant since) {
        Map<String, List<Piece>> shown = new TreeMap<>();
        held.forEach((id, history) -> {
            Optional<String> subject = curriculum.competency(id).map(Competency::subject);
            history.standing().stream()
                    .filter(piece -> subject.isPresent() && piece.shownAt().isAfter(since))
                    .forEach(piece -> shown.computeIfAbsent(subject.orElseThrow(), first -> new ArrayList<>())
                            .add(piece));
        });
        return shown;
    }

    private static Foretold.Side side(ChoiceBook book, String subject, List<Piece> pieces, Instant at) {
        Place place = Place.DISTRICT.subject(subject);
        var forms = book.inForce(Settings.FORMS, place, at);
        var contexts = book.inForce(Settings.CONTEXTS, place, at);
        int accepted = (int) pieces.stream()
                .filter(piece -> forms.contains(piece.form()) && contexts.contains(piece.context()))
                .count();
        return new Foretold.Side(accepted, accepted + " of " + pieces.size());
    }
}
