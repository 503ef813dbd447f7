package org.ownpath.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.TaskId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the task library: finding tasks, writing them, sharing them, making others from them. */
@Component
public class Tasks {

    private final TaskRows rows;
    private final Access access;
    private final Frameworks frameworks;
    private final Clock clock;

    Tasks(TaskRows rows, Access access, Frameworks frameworks, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** What another task is made from. */
    public enum Copy {
        /** A task of one's own to adapt. */
        CLONE,
        /** The same asked of other material, for another try. */
        PARALLEL
    }

    /** The tasks in use that are shared or the viewer's own, by title. */
    public List<Task> library(Viewer viewer) {
        access.requireStaff(viewer);
        return rows.latest(viewer.person());
    }

    /** The task in its latest edition, if the viewer may see it. */
    public Optional<Task> task(Viewer viewer, TaskId id) {
        access.requireStaff(viewer);
        return rows.latest(id).filter(task -> task.sharedAt().isPresent() || owns(viewer, task));
    }

    /** What students can be offered to show a competency with, by title. */
    public List<Task> offered(CompetencyId competency) {
        return rows.offered(competency);
    }

    /** The task in its latest edition, if students can be offered it. */
    public Optional<Task> offered(TaskId id) {
        return rows.latest(id).filter(Task::offered);
    }

    /** The other versions of a task that the viewer may see. */
    public List<Task> parallels(Viewer viewer, Task task) {
        return rows.family(task.family()).stream()
                .filter(other -> !other.id().equals(task.id()))
                .filter(other -> other.sharedAt().isPresent() || owns(viewer, other))
                .toList();
    }

    /** Whether the viewer may change a task: its owner, a leader or an administrator. */
    public boolean owns(Viewer viewer, Task task) {
        return task.owner().equals(viewer.person()) || viewer.seesWholeDistrict();
    }

    /** Keeps a new task under the id that the form brought along: sent twice, it is kept once. */
    @Transactional
    public Reply make(Viewer viewer, TaskId id, TaskDraft draft) {
        access.requireStaff(viewer);
        List<String> reasons = TaskCheck.reasons(draft, frameworks.curriculum());
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        keep(
                viewer,
                new Task(
                        id,
                        1,
                        draft,
                        viewer.person(),
                        id.value(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return new Reply.Done();
    }

    /**
     * Adds an edition to a task. What was shown before stays with the edition that it was shown under.
     *
     * @param seen the edition that the viewer has changed
     */
    @Transactional
    public Reply revise(Viewer viewer, Task.Edition seen, TaskDraft draft) {
        Task before = own(viewer, seen.task());
        List<String> reasons = TaskCheck.reasons(draft, frameworks.curriculum());
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        Task after = new Task(
                before.id(),
                seen.number() + 1,
                draft,
                before.owner(),
                before.family(),
                before.clonedFrom(),
                before.sharedAt(),
                before.retiredAt());
        if (!rows.addEdition(after, viewer.district(), clock.instant())) {
            return Reply.refused("Somebody has changed this task meanwhile. Open it anew and change it there.");
        }
        access.audit(viewer, "task.revised", before.id().toString(), "edition " + after.edition());
        return new Reply.Done();
    }

    /** Makes another task from one that the viewer may see, owned by the viewer and not shared yet. */
    @Transactional
    public TaskId copy(Viewer viewer, Task from, Copy as) {
        access.requireStaff(viewer);
        TaskId id = TaskId.next();
        TaskDraft content = from.content();
        keep(
                viewer,
                new Task(
                        id,
                        1,
                        new TaskDraft(
                                content.title() + (as == Copy.CLONE ? " (copy)" : " (parallel version)"),
                                content.instructions(),
                                content.parts(),
                                content.resources(),
                                content.files(),
                                content.form(),
                                content.depth(),
                                content.rubric()),
                        viewer.person(),
                        as == Copy.PARALLEL ? from.family() : id.value(),
                        Optional.of(from.id()),
                        Optional.empty(),
                        Optional.empty()));
        return id;
    }

    /** Shares a task with the whole school, so that students are offered it, or takes that back. */
    @Transactional
    public void share(Viewer viewer, TaskId task, boolean shared) {
        own(viewer, task);
        rows.shared(task, shared ? Optional.of(clock.instant()) : Optional.empty());
        access.audit(viewer, shared ? "task.shared" : "task.unshared", task.toString(), "");
    }

    /** Takes a task out of use. What was shown with it stays. */
    @Transactional
    public void retire(Viewer viewer, TaskId task) {
        own(viewer, task);
        rows.retired(task, clock.instant());
        access.audit(viewer, "task.retired", task.toString(), "");
    }

    private void keep(Viewer viewer, Task task) {
        Instant now = clock.instant();
        if (rows.add(task, viewer.district(), now)) {
            rows.addEdition(task, viewer.district(), now);
            access.audit(
                    viewer, "task.made", task.id().toString(), task.content().title());
        }
    }

    private Task own(Viewer viewer, TaskId id) {
        return task(viewer, id)
                .filter(task -> owns(viewer, task))
                .orElseThrow(() -> new NotAllowed("This task is a colleague's. Clone it and adapt your own."));
    }
}
