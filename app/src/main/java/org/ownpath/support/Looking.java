package org.ownpath.support;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.Piece;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Looks at students' evidence for signals. */
@Component
class Looking {

    static final Map<SignalKind, Look> LOOKS = new EnumMap<>(Map.of(
            SignalKind.STUCK, TriesLook::stuck,
            SignalKind.GUESSING, TriesLook::guessing,
            SignalKind.STALLED, PaceLook::stalled,
            SignalKind.RACING, PaceLook::racing,
            SignalKind.SLIPPING, NextStepLook::slipping,
            SignalKind.READY, NextStepLook::ready));

    /** Rises with every change of what a look finds in the same evidence, so that everybody is looked at again. */
    private static final int EDITION = 1;

    private final Mastery mastery;
    private final LedgerStream ledger;
    private final Frameworks frameworks;
    private final Clock clock;

    Looking(Mastery mastery, LedgerStream ledger, Frameworks frameworks, Clock clock) {
        this.mastery = mastery;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /**
     * What a look at one student has seen.
     *
     * @param changes how often their judgements had changed before it
     * @param again when time alone may make it see something else
     */
    record Seen(StudentId student, List<Signal> signals, long changes, Optional<Instant> again) {}

    /** What every look rests on beside a student's own evidence. */
    String basis() {
        return EDITION
                + frameworks.curriculum().frameworks().stream()
                        .map(f -> ":" + f.id() + f.inUse() + f.edition())
                        .sorted()
                        .collect(Collectors.joining());
    }

    /** How often each student's judgements have changed by now. */
    Map<StudentId, Long> changes(Collection<StudentId> students) {
        return mastery.changes(students);
    }

    /** Looks at each of these students as they stand now. */
    List<Seen> at(Collection<StudentId> students) {
        // read first: whatever changes meanwhile is seen, or makes another look due
        Map<StudentId, Long> changes = mastery.changes(students);
        Map<StudentId, Map<CompetencyId, Standing>> standings = standings(students);
        Subjects subjects = new Subjects(frameworks.curriculum(), clock.instant());
        Set<StudentId> left = new HashSet<>(students);
        List<Seen> seen = new ArrayList<>(students.size());
        ledger.read(students, (student, held) -> {
            left.remove(student);
            SubjectWork.Shown shown = new SubjectWork.Shown(standings.getOrDefault(student, Map.of()), tries(held));
            seen.add(subjects.seen(student, shown, changes.getOrDefault(student, 0L)));
        });
        left.forEach(
                student -> seen.add(new Seen(student, List.of(), changes.getOrDefault(student, 0L), Optional.empty())));
        return seen;
    }

    /** The subjects of a curriculum, as everybody is looked at in them at one moment. */
    private record Subjects(Map<String, List<Competency>> bySubject, SubjectWork.Course course, Instant now) {

        Subjects(Curriculum curriculum, Instant now) {
            this(
                    curriculum.subjects().stream()
                            .collect(Collectors.toMap(s -> s, curriculum::ofSubject, (a, b) -> a, LinkedHashMap::new)),
                    new SubjectWork.Course(
                            curriculum.graph(),
                            id -> curriculum.scaleOf(curriculum.competency(id).orElseThrow())),
                    now);
        }

        Seen seen(StudentId student, SubjectWork.Shown shown, long changes) {
            List<Signal> signals = new ArrayList<>();
            List<Instant> again = new ArrayList<>();
            bySubject.forEach((subject, competencies) -> {
                SubjectWork work = new SubjectWork(student, subject, competencies, shown, course, now);
                LOOKS.forEach((kind, look) -> {
                    Glance glance = look.at(work, Thresholds.USUAL);
                    glance.finding().ifPresent(finding -> signals.add(work.signal(kind, finding)));
                    glance.again().ifPresent(again::add);
                });
            });
            return new Seen(student, signals, changes, again.stream().min(Instant::compareTo));
        }
    }

    private Map<StudentId, Map<CompetencyId, Standing>> standings(Collection<StudentId> students) {
        Map<StudentId, Map<CompetencyId, Standing>> standings = new HashMap<>();
        mastery.of(students)
                .forEach(standing -> standings
                        .computeIfAbsent(standing.student(), first -> new HashMap<>())
                        .put(standing.competency(), standing));
        return standings;
    }

    private static Map<CompetencyId, List<Piece>> tries(Map<CompetencyId, History> held) {
        Map<CompetencyId, List<Piece>> tries = new HashMap<>();
        held.forEach((competency, history) -> {
            List<Piece> pieces = new ArrayList<>(history.standing());
            pieces.removeIf(piece -> !piece.form().aggregates());
            pieces.sort(Piece.ORDER);
            tries.put(competency, pieces);
        });
        return tries;
    }
}
