package org.ownpath.support;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.Piece;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Noticed;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Looks at students' evidence for signals. */
@Component
class Looking {

    private static final Map<SignalKind, Look> LOOKS = new EnumMap<>(Map.of(
            SignalKind.STUCK, TriesLook::stuck,
            SignalKind.GUESSING, TriesLook::guessing,
            SignalKind.STALLED, PaceLook::stalled,
            SignalKind.RACING, PaceLook::racing,
            SignalKind.SLIPPING, NextStepLook::slipping,
            SignalKind.READY, NextStepLook::ready));

    private final Mastery mastery;
    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Clock clock;

    Looking(Mastery mastery, LedgerReading ledger, Frameworks frameworks, DesignChoices choices, Clock clock) {
        this.mastery = mastery;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.choices = choices;
        this.clock = clock;
    }

    /** Every signal that the evidence of these students gives now. */
    List<Signal> at(Collection<StudentId> students) {
        Curriculum curriculum = frameworks.curriculum();
        SubjectWork.Course course = new SubjectWork.Course(
                curriculum.graph(),
                id -> curriculum.scaleOf(curriculum.competency(id).orElseThrow()));
        Map<StudentId, SubjectWork.Shown> shown = shown(students);
        Instant now = clock.instant();
        List<Signal> signals = new ArrayList<>();
        shown.forEach((student, own) -> {
            for (String subject : curriculum.subjects()) {
                SubjectWork work = new SubjectWork(student, subject, curriculum.ofSubject(subject), own, course, now);
                Thresholds thresholds = Thresholds.chosen(choices.book(), subject, now);
                Set<Noticed> wanted =
                        choices.book().inForce(Settings.SIGNALS, Place.DISTRICT.subject(subject), now);
                signals(work, thresholds).stream()
                        .filter(signal -> wanted.contains(signal.kind().noticed()))
                        .forEach(signals::add);
            }
        });
        return signals;
    }

    static List<Signal> signals(SubjectWork work, Thresholds thresholds) {
        List<Signal> signals = new ArrayList<>();
        LOOKS.forEach((kind, look) ->
                look.at(work, thresholds).ifPresent(finding -> signals.add(work.signal(kind, finding))));
        return signals;
    }

    private Map<StudentId, SubjectWork.Shown> shown(Collection<StudentId> students) {
        Map<StudentId, Map<CompetencyId, Standing>> standings = mastery.of(students).stream()
                .collect(Collectors.groupingBy(
                        Standing::student, Collectors.toMap(Standing::competency, standing -> standing)));
        Map<StudentId, SubjectWork.Shown> shown = new HashMap<>();
        standings.forEach((student, all) -> shown.put(student, new SubjectWork.Shown(all, new HashMap<>())));
        Map<Showing, History> histories = ledger.historiesOf(students);
        histories.forEach((showing, history) -> {
            SubjectWork.Shown own = shown.get(showing.student());
            if (own != null) {
                own.tries().put(showing.competency(), tries(history));
            }
        });
        return shown;
    }

    private static List<Piece> tries(History history) {
        return history.standing().stream()
                .filter(piece -> piece.form().aggregates())
                .sorted(Piece.ORDER)
                .toList();
    }
}
