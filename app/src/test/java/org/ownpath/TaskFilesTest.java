package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.evidence.Artifacts;
import org.ownpath.shared.TaskId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that go with a task are opened by whoever may see the task, and go along with its copies and editions. */
class TaskFilesTest extends SchoolTest {

    @LocalServerPort
    int port;

    @Autowired
    Tasks tasks;

    @Autowired
    Artifacts artifacts;

    private Viewer gwen() {
        return viewer("gwen.abernathy@northside.example");
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name, "northside");
        return visitor;
    }

    private String stored(String text) {
        return as(
                gwen(),
                () -> artifacts
                        .store(gwen(), "prices.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .hash());
    }

    private Task made(String file) {
        return as(gwen(), () -> {
            TaskDraft like = tasks.library(gwen()).get(0).content();
            TaskDraft draft = new TaskDraft(
                    "With a price list",
                    like.instructions(),
                    like.parts(),
                    like.resources(),
                    List.of(file),
                    like.form(),
                    like.depth(),
                    like.rubric());
            TaskId id = TaskId.next();
            assertThat(tasks.make(gwen(), id, draft).reasons()).isEmpty();
            return tasks.task(gwen(), id).orElseThrow();
        });
    }

    @Test
    void a_student_opens_the_files_of_a_task_that_is_offered_and_no_others() {
        String file = stored("bread,2.40");
        String other = stored("a key that is in no task");
        Task task = made(file);
        Visitor maya = signedIn("maya.okafor@northside.example");
        String address = "/show/tasks/" + task.id() + "/files/";
        assertThat(maya.open(address + file).statusCode())
                .as("while it is its maker's alone")
                .isEqualTo(404);
        as(gwen(), () -> {
            tasks.share(gwen(), task.id(), true);
            return true;
        });
        assertThat(maya.open(address + file).body()).isEqualTo("bread,2.40");
        assertThat(maya.open(address + other).statusCode()).isEqualTo(404);
        assertThat(maya.open("/tasks/" + task.id() + "/files/" + file).statusCode())
                .isEqualTo(403);
        as(gwen(), () -> {
            tasks.retire(gwen(), task.id());
            return true;
        });
        assertThat(maya.open(address + file).statusCode()).isEqualTo(404);
    }

    @Test
    void a_clone_has_the_files_and_an_edition_without_them_leaves_the_earlier_one_as_it_was() {
        String file = stored("milk,1.10");
        Task task = made(file);
        as(gwen(), () -> {
            TaskId clone = tasks.copy(gwen(), task, Tasks.Copy.CLONE);
            assertThat(tasks.task(gwen(), clone).orElseThrow().content().files())
                    .containsExactly(file);
            TaskDraft before = task.content();
            TaskDraft without = new TaskDraft(
                    before.title(),
                    before.instructions(),
                    before.parts(),
                    before.resources(),
                    List.of(),
                    before.form(),
                    before.depth(),
                    before.rubric());
            assertThat(tasks.revise(gwen(), task.reference(), without).reasons())
                    .isEmpty();
            assertThat(tasks.task(gwen(), task.id()).orElseThrow().content().files())
                    .isEmpty();
            tasks.retire(gwen(), task.id());
            tasks.retire(gwen(), clone);
            return true;
        });
    }
}
