package org.ownpath.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ownpath.engine.Piece;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.Topic;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** How much of what was shown in the last year could have been recorded, if other forms and places were accepted. */
@Component
class AcceptedForetold implements Foretelling {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "accepted",
                    "What is accepted as evidence",
                    "showings of the last year in a form and place that is accepted",
                    "nothing was shown",
                    "What was shown in the last 365 days, as if it was recorded today. It stays in the ledger and goes on"
                            + " counting; the question is how much of the like could be recorded."),
            Settings.FORMS,
            Settings.CONTEXTS);

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
    public Telling of(List<StudentId> students, Instant at) {
        Curriculum curriculum = frameworks.curriculum();
        Map<Foretold.Of, List<Piece>> shown = new HashMap<>();
        ledger.readTogether(students)
                .forEach((student, held) -> shown(held, curriculum, at.minus(YEAR))
                        .forEach((subject, pieces) -> shown.put(new Foretold.Of(student, subject), pieces)));
        return supposed -> {
            Map<Foretold.Of, Foretold.Side> accepted = new HashMap<>();
            shown.forEach((of, pieces) -> accepted.put(of, side(pieces, supposed, of.subject())));
            return accepted;
        };
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

    private static Foretold.Side side(List<Piece> pieces, Supposed supposed, String subject) {
        Place place = Place.DISTRICT.subject(subject);
        var forms = supposed.inForce(Settings.FORMS, place);
        var contexts = supposed.inForce(Settings.CONTEXTS, place);
        int accepted = (int) pieces.stream()
                .filter(piece -> forms.contains(piece.form()) && contexts.contains(piece.context()))
                .count();
        return new Foretold.Side(accepted, accepted + " of " + pieces.size());
    }
}
