package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.insight.Batching;
import org.ownpath.insight.Projection;
import org.ownpath.insight.Projection.Way;
import org.ownpath.insight.ProjectionRun;
import org.ownpath.insight.Promotion;
import org.ownpath.insight.StudentOutcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What batching does to the seed school's students, and the simulation of both ways as a job. */
class BatchingTest extends SchoolTest {

    private static final String LEADER = "constance.mbekihall@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    Batching batching;

    @Autowired
    JdbcClient database;

    private Promotion promotion(String subject) {
        Viewer leader = viewer(LEADER);
        return as(leader, () -> batching.measured(leader, subject)).promotion();
    }

    private static List<String> names(List<StudentOutcome> students) {
        return students.stream().map(s -> s.student().fullName()).toList();
    }

    @Test
    void whoever_is_behind_was_moved_up_unready_and_whoever_races_would_wait() {
        assertThat(names(promotion("Writing").unready())).contains("Priya Raman");
        assertThat(names(promotion("Mathematics").waiting())).contains("Leo Martinez");
        assertThat(names(promotion("Mathematics").unready())).doesNotContain("Leo Martinez");
    }

    @Test
    void a_projection_runs_once_and_is_kept_with_its_rates_and_all_models() {
        Viewer leader = viewer(LEADER);
        as(leader, () -> {
            batching.project(leader, "Science practice");
            batching.project(leader, "Science practice");
            return true;
        });

        ProjectionRun run = finished(leader, "Science practice");

        Projection projection = run.result().orElseThrow();
        assertThat(projection.matches()).hasSize(4);
        assertThat(projection.of(Way.BATCH, Measure.GAPS, Group.ALL)).hasSize(4);
        assertThat(projection.calibration().pace().measured()).isTrue();
        assertThat(projection.matches())
                .allSatisfy(match -> assertThat(match.perYear())
                        .isBetween(
                                0.9 * projection.calibration().pace().value(),
                                1.1 * projection.calibration().pace().value()));
        assertThat(requests("Science practice")).isEqualTo(1);
        String page = signedIn(LEADER)
                .open("/outcomes/batching?subject=Science+practice")
                .body();
        assertThat(page).contains("What is measured, and what is assumed", "Does the simulation keep");
        assertThat(signedIn(LEADER)
                        .open("/outcomes/projection.csv?subject=Science+practice")
                        .body())
                .contains("knowledge-tracing,Batch by age,gaps carried,all learners,18,");
    }

    @Test
    void a_subject_without_competencies_on_some_level_is_refused_with_the_reason() {
        Viewer leader = viewer(LEADER);
        as(leader, () -> {
            batching.project(leader, "Habits");
            return true;
        });
        assertThat(finished(leader, "Habits").problem().orElseThrow()).contains("no competencies on some level");
    }

    @Test
    void a_projection_that_is_cancelled_leaves_nothing() {
        Viewer leader = viewer(LEADER);
        ProjectionRun run = as(leader, () -> {
            batching.project(leader, "Reading");
            batching.cancel(leader, "Reading");
            return batching.latest(leader, "Reading").orElseThrow();
        });
        assertThat(run.state()).isEqualTo(ProjectionRun.State.CANCELLED);
        assertThat(as(leader, () -> batching.latestDone(leader, "Reading"))).isEmpty();
    }

    @Test
    void the_comparison_is_a_leaders_alone_and_of_the_own_district() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThatThrownBy(() -> as(gwen, () -> batching.measured(gwen, "Writing")))
                .isInstanceOf(NotAllowed.class);
        assertThat(signedIn("gwen.abernathy@northside.example")
                        .open("/outcomes/batching")
                        .statusCode())
                .isEqualTo(403);
        Viewer irene = viewer("irene.castellan@southfield.example");
        assertThat(names(as(irene, () -> batching.measured(irene, "Writing"))
                        .promotion()
                        .unready()))
                .doesNotContain("Priya Raman");
    }

    @Test
    void a_subject_that_is_not_here_cannot_be_projected() {
        assertThat(signedIn(LEADER)
                        .fill("/account", "/outcomes/batching/projections", Map.of("subject", "Alchemy"))
                        .statusCode())
                .isEqualTo(404);
    }

    private ProjectionRun finished(Viewer leader, String subject) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> as(leader, () -> batching.latest(leader, subject))
                        .filter(run -> !run.running())
                        .isPresent());
        return as(leader, () -> batching.latest(leader, subject)).orElseThrow();
    }

    private long requests(String subject) {
        return as(
                viewer(LEADER),
                () -> database.sql("select count(*) from insight.projection where subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single());
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name, "northside");
        return visitor;
    }
}
