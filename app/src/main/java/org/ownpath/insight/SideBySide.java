package org.ownpath.insight;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ownpath.engine.Rule;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.policy.RuleBook;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;

/**
 * One replay: judges students by two rule books and counts what differs. Only the subjects whose rule would be another
 * are looked at. Holds counts, and the standings of as many students as are read at once.
 */
final class SideBySide {

    private final Map<CompetencyId, Competency> competencies = new HashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Instant at;
    private final Subgroups subgroups;
    private final Tally whole = new Tally("All");
    private final Map<String, Tally> subjects = new LinkedHashMap<>();
    private final Map<Integer, Tally> levels = new TreeMap<>();
    private long entries;

    SideBySide(Curriculum curriculum, Books books, Instant at, Subgroups subgroups) {
        this.at = at;
        this.subgroups = subgroups;
        for (String subject : curriculum.subjects()) {
            Rule today = books.today().inForce(subject, at).rule();
            Rule drafted = books.drafted().inForce(subject, at).rule();
            if (!today.equals(drafted)) {
                lanes.put(subject, new Lane(today, drafted));
                subjects.put(subject, new Tally(subject));
                curriculum.ofSubject(subject).forEach(c -> competencies.put(c.id(), c));
            }
        }
    }

    /** The rules as they are, and as they would be. */
    record Books(RuleBook today, RuleBook drafted) {}

    /** Is told how the reading goes and what it finds. */
    interface Watch {
        /** One more student was read. */
        void read();

        /** Something would change for a student. */
        void found(Changes changes);
    }

    /** Whether any subject would have another rule. */
    boolean anythingDiffers() {
        return !lanes.isEmpty();
    }

    /** Reads these students, who come once only, and judges them. */
    void judge(LedgerStream ledger, List<StudentId> students, Watch watch) {
        ledger.read(students, competencies.keySet(), (student, held) -> {
            held.forEach((competency, history) -> add(student, competency, history));
            watch.read();
        });
        lanes.forEach((subject, lane) -> tally(subject, lane, watch::found));
        whole.close();
        subjects.values().forEach(Tally::close);
        levels.values().forEach(Tally::close);
        subgroups.close();
    }

    private void add(StudentId student, CompetencyId id, History history) {
        Competency competency = competencies.get(id);
        Lane lane = competency == null ? null : lanes.get(competency.subject());
        if (lane != null && competency != null) {
            entries += history.entries();
            lane.add(student, competency, history.standing());
        }
    }

    private void tally(String subject, Lane lane, Consumer<Changes> found) {
        Tally ofSubject = subjects.computeIfAbsent(subject, Tally::new);
        Map<StudentId, Map<Move, Integer>> counts = new HashMap<>();
        lane.judge(at, (student, competency, pair) -> {
            whole.add(student, pair);
            ofSubject.add(student, pair);
            competency
                    .level()
                    .ifPresent(level -> levels.computeIfAbsent(level, l -> new Tally(GradeLevel.words(l)))
                            .add(student, pair));
            subgroups.of(student).forEach(tally -> tally.add(student, pair));
            counts.computeIfAbsent(student, s -> new EnumMap<>(Move.class)).merge(pair.move(), 1, Integer::sum);
        });
        counts.forEach((student, count) -> {
            if (!count.keySet().equals(Set.of(Move.STAYS))) {
                found.accept(changes(student, subject, count));
            }
        });
    }

    private static Changes changes(StudentId student, String subject, Map<Move, Integer> count) {
        return new Changes(
                student,
                subject,
                count.getOrDefault(Move.ADVANCES, 0),
                count.getOrDefault(Move.FALLS, 0),
                count.getOrDefault(Move.DUE, 0),
                count.getOrDefault(Move.BEGINS, 0));
    }

    /** What was counted so far. */
    Comparison comparison() {
        return new Comparison(
                whole.line(),
                Tally.lines(subjects.values()),
                Tally.lines(levels.values()),
                subgroups.grades(),
                subgroups.ages(),
                subgroups.groups(),
                entries);
    }
}
