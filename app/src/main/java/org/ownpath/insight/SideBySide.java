package org.ownpath.insight;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ownpath.engine.Rule;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleBook;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;

/**
 * One replay: judges students by two rule books and counts what differs. Only competencies whose rule would be another
 * are looked at. Holds counts, and the standings of as many students as are read at once.
 */
final class SideBySide {

    private final Map<CompetencyId, Judged> competencies = new HashMap<>();
    private final Map<Pair, Lane> lanes = new HashMap<>();
    private final Instant at;
    private final Subgroups<Tally> subgroups;
    private final Tally whole = new Tally("All");
    private final Map<String, Tally> subjects = new LinkedHashMap<>();
    private final Map<Integer, Tally> levels = new TreeMap<>();
    private long entries;

    SideBySide(Curriculum curriculum, Books books, Instant at, Subgroups<Tally> subgroups) {
        this.at = at;
        this.subgroups = subgroups;
        for (Competency competency : curriculum.inUse()) {
            Place place = Place.DISTRICT.competency(competency.subject(), competency.level(), competency.id());
            Pair pair = new Pair(
                    books.today().inForce(place, at).rule(),
                    books.drafted().inForce(place, at).rule());
            if (!pair.today().equals(pair.drafted())) {
                subjects.computeIfAbsent(competency.subject(), Tally::new);
                Lane lane = lanes.computeIfAbsent(pair, p -> new Lane(p.today(), p.drafted()));
                competencies.put(competency.id(), new Judged(competency, lane));
            }
        }
    }

    private record Judged(Competency competency, Lane lane) {}

    private record Pair(Rule today, Rule drafted) {}

    /** The rules as they are, and as they would be. */
    record Books(RuleBook today, RuleBook drafted) {}

    /** Is told how the reading goes and what it finds. */
    interface Watch {
        /** One more student was read. */
        void read();

        /** A drafted rule has this verdict on a student in a competency. */
        void judged(StudentId student, CompetencyId competency, Supplier<Verdict> drafted);

        /** Something would change for a student. */
        void found(Changes changes);
    }

    /** Whether any competency would have another rule. */
    boolean anythingDiffers() {
        return !lanes.isEmpty();
    }

    /** Reads these students, who come once only, and judges them. */
    void judge(LedgerStream ledger, List<StudentId> students, Watch watch) {
        ledger.read(students, competencies.keySet(), (student, held) -> {
            held.forEach((competency, history) -> add(student, competency, history));
            watch.read();
        });
        Map<StudentInSubject, Map<Move, Integer>> counts = new LinkedHashMap<>();
        lanes.values()
                .forEach(lane -> lane.judge(at, (student, competency, pair, drafted) -> {
                    tally(student, competency, pair);
                    watch.judged(student, competency.id(), drafted);
                    counts.computeIfAbsent(
                                    new StudentInSubject(student, competency.subject()), s -> new EnumMap<>(Move.class))
                            .merge(pair.move(), 1, Integer::sum);
                }));
        whole.close();
        subjects.values().forEach(Tally::close);
        levels.values().forEach(Tally::close);
        subgroups.grades().forEach(Tally::close);
        subgroups.ages().forEach(Tally::close);
        subgroups.groups().forEach(Tally::close);
        counts.forEach((of, count) -> {
            if (!count.keySet().equals(Set.of(Move.STAYS))) {
                watch.found(changes(of, count));
            }
        });
    }

    private record StudentInSubject(StudentId student, String subject) {}

    private void add(StudentId student, CompetencyId id, History history) {
        Judged judged = competencies.get(id);
        if (judged != null) {
            entries += history.entries();
            judged.lane().add(student, judged.competency(), history.standing());
        }
    }

    private void tally(StudentId student, Competency competency, Tally.Pair pair) {
        whole.add(student, pair);
        subjects.computeIfAbsent(competency.subject(), Tally::new).add(student, pair);
        competency
                .level()
                .ifPresent(level -> levels.computeIfAbsent(level, l -> new Tally(GradeLevel.words(l)))
                        .add(student, pair));
        subgroups.of(student).forEach(tally -> tally.add(student, pair));
    }

    private static Changes changes(StudentInSubject of, Map<Move, Integer> count) {
        return new Changes(
                of.student(),
                of.subject(),
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
                Tally.lines(subgroups.grades()),
                Tally.lines(subgroups.ages()),
                Tally.lines(subgroups.groups()).stream()
                        .sorted(Comparator.comparing(Comparison.Line::label))
                        .toList(),
                entries);
    }
}
