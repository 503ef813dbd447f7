package org.ownpath.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.stereotype.Component;

/** The front door to how students did a task, for those who may be told: it asks nobody who they are. */
@Component
public class TaskResults {

    private final DemonstrationRows rows;
    private final Demonstrations demonstrations;
    private final Scoring scoring;
    private final LedgerReading ledger;

    TaskResults(DemonstrationRows rows, Demonstrations demonstrations, Scoring scoring, LedgerReading ledger) {
        this.rows = rows;
        this.demonstrations = demonstrations;
        this.scoring = scoring;
        this.ledger = ledger;
    }

    /** The result of the last try whose evidence stands as it was recorded; empty while there is none. */
    public Optional<TaskResult> latest(StudentId student, TaskId task) {
        return rows.ofStudent(student).stream()
                .filter(each -> each.task().map(Task.Edition::task).equals(Optional.of(task)))
                .sorted(Comparator.comparing(Demonstration::changedAt).reversed())
                .flatMap(each -> standing(each).map(score -> together(each, score)).stream())
                .findFirst();
    }

    private Optional<Score> standing(Demonstration demonstration) {
        return scoring.result(demonstration).filter(score -> {
            List<Entry> evidence = score.piece().map(ledger::piece).orElse(List.of());
            return !evidence.isEmpty() && evidence.stream().allMatch(Entry::standing);
        });
    }

    private TaskResult together(Demonstration demonstration, Score score) {
        List<Criterion> marked = demonstrations.rubric(demonstration).criteria().stream()
                .filter(criterion -> score.sheet().marks().of(criterion).isPresent())
                .toList();
        return new TaskResult(
                demonstration.title(),
                marked.stream()
                        .flatMap(criterion -> score.sheet().marks().of(criterion).stream())
                        .mapToDouble(mark -> mark)
                        .sum(),
                new Rubric(marked).most());
    }
}
