package org.ownpath.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TaskId;

/**
 * A task of the library in one of its editions.
 *
 * @param family shared by parallel versions: tasks that ask the same of other material
 * @param sharedAt when it was shared with the school; until then only its owner sees it
 * @param retiredAt when it was taken out of use
 */
public record Task(
        TaskId id,
        int edition,
        TaskDraft content,
        PersonId owner,
        UUID family,
        Optional<TaskId> clonedFrom,
        Optional<Instant> sharedAt,
        Optional<Instant> retiredAt) {

    /** Whether students can be offered it. */
    public boolean offered() {
        return sharedAt.isPresent() && retiredAt.isEmpty();
    }

    /** The edition of the task, as a demonstration keeps it. */
    public Edition reference() {
        return new Edition(id, edition);
    }

    /** Names one edition of a task. */
    public record Edition(TaskId task, int number) {}
}
