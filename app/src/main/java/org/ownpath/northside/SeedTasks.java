package org.ownpath.northside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Criterion;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.TaskId;
import tools.jackson.databind.json.JsonMapper;

/** The tasks that Northside's teachers have written and share. */
final class SeedTasks {

    private final Tasks tasks;
    private final Curriculum curriculum;
    private final Function<String, Viewer> accounts;
    private final Map<String, TaskId> made = new HashMap<>();

    /** With who signs in under a name. */
    SeedTasks(Tasks tasks, Curriculum curriculum, Function<String, Viewer> accounts) {
        this.tasks = tasks;
        this.curriculum = curriculum;
        this.accounts = accounts;
    }

    /** A task as the file has it: levels that are left out are those of the framework. */
    record Written(
            String title,
            String owner,
            String form,
            String depth,
            @Nullable String parallel,
            String instructions,
            @Nullable List<String> parts,
            String resources,
            List<Row> criteria) {}

    record Row(
            String name,
            List<String> competencies,
            @Nullable List<String> levels) {}

    /** Makes and shares them all; by title. */
    Map<String, TaskId> make() {
        try (InputStream in = Objects.requireNonNull(SeedTasks.class.getResourceAsStream("/northside/tasks.json"))) {
            for (Written task : JsonMapper.builder().build().readValue(in, Written[].class)) {
                made.put(task.title(), make(task));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private TaskId make(Written task) {
        Viewer owner = accounts.apply(task.owner());
        TaskId id = task.parallel() == null ? fresh(owner, task) : parallel(owner, task, task.parallel());
        tasks.share(owner, id, true);
        return id;
    }

    private TaskId fresh(Viewer owner, Written task) {
        TaskId id = TaskId.next();
        require(tasks.make(owner, id, draft(task)));
        return id;
    }

    private TaskId parallel(Viewer owner, Written task, String of) {
        Task original =
                tasks.task(owner, Objects.requireNonNull(made.get(of), of)).orElseThrow();
        TaskId id = tasks.copy(owner, original, Tasks.Copy.PARALLEL);
        require(tasks.revise(owner, new Task.Edition(id, 1), draft(task)));
        return id;
    }

    private TaskDraft draft(Written task) {
        List<Criterion> criteria = new ArrayList<>();
        for (Row row : task.criteria()) {
            List<Competency> shown = curriculum.all(row.competencies().stream()
                    .map(code -> Objects.requireNonNull(curriculum.byName().get(code), code))
                    .toList());
            Competency first = shown.get(0);
            List<CompetencyId> ids = shown.stream().map(Competency::id).toList();
            List<String> words = Optional.ofNullable(row.levels()).orElse(first.descriptions());
            criteria.add(new Criterion(
                    criteria.size() + 1, row.name(), ids, Rubric.levels(curriculum.scaleOf(first), words)));
        }
        return new TaskDraft(
                task.title(),
                task.instructions(),
                Optional.ofNullable(task.parts()).orElse(List.of()),
                task.resources(),
                List.of(),
                Form.ofCode(task.form()).orElseThrow(),
                Depth.ofCode(task.depth()).orElseThrow(),
                new Rubric(criteria));
    }

    static void require(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            throw new IllegalStateException("The seed is refused: " + refused.reasons());
        }
    }
}
