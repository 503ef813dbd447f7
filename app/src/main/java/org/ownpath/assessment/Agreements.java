package org.ownpath.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.engine.estimate.RaterAgreement;
import org.springframework.stereotype.Component;

/** The front door for how far scorers agree on what two of them have scored. */
@Component
public class Agreements {

    private final ScoreRows scores;
    private final Demonstrations demonstrations;
    private final DemonstrationRows rows;
    private final Access access;

    Agreements(ScoreRows scores, Demonstrations demonstrations, DemonstrationRows rows, Access access) {
        this.scores = scores;
        this.demonstrations = demonstrations;
        this.rows = rows;
        this.access = access;
    }

    /** How far two scorers agree on one task, over all marks that both gave. */
    public record OnTask(String title, int demonstrations, RaterAgreement agreement) {}

    /**
     * How one scorer's marks differ from those that others gave to the same work.
     *
     * @param difference in levels, on average; below 0 is more severe than the others
     */
    public record Severity(String scorer, int marks, double difference) {

        /** In words: "0.25 levels more severe on average". */
        public String words() {
            double levels = Math.round(100 * Math.abs(difference)) / 100.0;
            return levels == 0
                    ? "the same on average"
                    : levels + " levels more " + (difference < 0 ? "severe" : "lenient") + " on average";
        }
    }

    /** Both, over everything that was scored twice. */
    public record Report(List<OnTask> tasks, List<Severity> scorers) {}

    /** One criterion of one work, as two people marked it, by the place of the level. */
    private record Marked(ScoreRows.Twice work, int first, int second, int levels) {}

    /** How far the school's scorers agree. */
    public Report report(Viewer viewer) {
        access.requireStaff(viewer);
        List<Marked> marked =
                scores.twice().stream().flatMap(work -> marked(work).stream()).toList();
        return new Report(onTasks(marked), severities(marked));
    }

    private List<Marked> marked(ScoreRows.Twice work) {
        List<Marked> marked = new ArrayList<>();
        for (Criterion criterion :
                demonstrations.rubric(rows.find(work.id()).orElseThrow()).criteria()) {
            if (work.oneMarks().of(criterion).isPresent()
                    && work.twoMarks().of(criterion).isPresent()) {
                marked.add(new Marked(
                        work,
                        place(criterion, work.oneMarks()),
                        place(criterion, work.twoMarks()),
                        criterion.levels().size()));
            }
        }
        return marked;
    }

    private static int place(Criterion criterion, Marks marks) {
        List<Double> values =
                criterion.levels().stream().map(Criterion.Level::value).toList();
        return values.indexOf(marks.of(criterion).orElseThrow());
    }

    private static List<OnTask> onTasks(List<Marked> marked) {
        Map<String, List<Marked>> byTitle = marked.stream()
                .collect(Collectors.groupingBy(m -> m.work().title(), LinkedHashMap::new, Collectors.toList()));
        List<OnTask> tasks = new ArrayList<>();
        byTitle.forEach((title, all) -> tasks.add(new OnTask(
                title,
                (int) all.stream().map(m -> m.work().id()).distinct().count(),
                RaterAgreement.of(
                        all.stream()
                                .map(m -> new RaterAgreement.Pair(m.first(), m.second()))
                                .toList(),
                        all.stream().mapToInt(Marked::levels).max().orElse(2)))));
        return tasks;
    }

    private static List<Severity> severities(List<Marked> marked) {
        Map<String, List<Integer>> apart = new HashMap<>();
        for (Marked m : marked) {
            apart.computeIfAbsent(m.work().one(), scorer -> new ArrayList<>()).add(m.first() - m.second());
            apart.computeIfAbsent(m.work().two(), scorer -> new ArrayList<>()).add(m.second() - m.first());
        }
        return apart.entrySet().stream()
                .map(e -> new Severity(
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().stream().mapToInt(d -> d).average().orElse(0)))
                .sorted(java.util.Comparator.comparing(Severity::difference))
                .toList();
    }
}
