package org.ownpath.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * One student showing what they know once, from the request to the result.
 *
 * @param title the task, or what is shown and how
 * @param task the edition of the task that it goes by
 * @param note what the student says or proposes
 * @param practised what the student did since the try before; empty at the first
 * @param retryOf the try before
 * @param meetsAt when it is to be shown, as wished for or agreed; empty means as soon as possible
 * @param assessor who answers and scores
 * @param second who scores it too, without seeing the first
 */
public record Demonstration(
        DemonstrationId id,
        StudentId student,
        List<CompetencyId> competencies,
        Way way,
        String title,
        Optional<Task.Edition> task,
        String note,
        String practised,
        Optional<DemonstrationId> retryOf,
        Optional<Instant> meetsAt,
        PersonId assessor,
        Optional<PersonId> second,
        Stage stage,
        Instant askedAt,
        Instant changedAt) {

    /** Keeps its own copy of the competencies. */
    public Demonstration {
        competencies = List.copyOf(competencies);
    }

    /** Something that happened to it. */
    public record Step(Instant at, PersonId by, Move move, String words, Optional<Instant> meetsAt) {}

    /**
     * What was handed in.
     *
     * @param artifacts hashes of files stored with {@link org.ownpath.evidence.Artifacts}
     */
    public record Work(String body, String link, List<String> artifacts, Instant at) {

        /** Keeps its own copy of the hashes. */
        public Work {
            artifacts = List.copyOf(artifacts);
        }
    }

    /** Whether it can be scored now: there is work, or it is of a way that has none. */
    public boolean scorable() {
        return stage.asksForScore() || (stage == Stage.AGREED && way.withoutWork());
    }
}
