package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Graduation;
import org.ownpath.credential.GraduationProgress;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Outcomes;
import org.ownpath.insight.Span;
import org.ownpath.insight.SubjectOutcomes;
import org.ownpath.mastery.Mastery;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.GoalProgress;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages as they stood on an earlier day: told clearly, left easily, and nothing can be changed in them. */
class EarlierDaysTest extends SchoolTest {

    private static final String WROTE = "<form method=\"post\" action=\"(?!/sign-out)";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    Mastery mastery;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Goals goals;

    @Autowired
    PlannedActivities planned;

    @Autowired
    Graduation graduation;

    @Autowired
    Plans plans;

    private LocalDate yearAgo() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
    }

    private StudentId maya() {
        return StudentId.of(viewer("maya.okafor@northside.example").person());
    }

    private Visitor visitor(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name + "@northside.example", "northside");
        return visitor;
    }

    @Test
    void a_path_of_a_year_ago_says_so_leads_on_within_that_day_and_back_to_today() {
        String page = visitor("maya.okafor").open("/path?asof=" + yearAgo()).body();
        assertThat(page)
                .contains("As it stood on", "Back to today", "Nothing can be changed here")
                .contains("?asof=" + yearAgo() + "\">", "href=\"/path\"")
                .doesNotContain("Show what you know</")
                .doesNotContainPattern(WROTE);
    }

    @Test
    void fewer_were_mastered_a_year_ago_than_today() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        AsOf then = AsOf.endOf(yearAgo(), clock);
        long before = as(leader, () -> mastered(then));
        assertThat(before).isPositive().isLessThan(as(leader, () -> mastered(AsOf.now())));
    }

    private long mastered(AsOf asOf) {
        return mastery.of(maya(), asOf).values().stream()
                .filter(standing -> standing.state().standing())
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya.okafor", "nneka.okafor", "gwen.abernathy", "constance.mbekihall"})
    void whoever_may_see_a_student_sees_them_as_of_a_day_and_can_write_nothing(String who) {
        Visitor visitor = visitor(who);
        Competency first = as(
                viewer("gwen.abernathy@northside.example"),
                () -> frameworks.curriculum().inUse().get(0));
        String student = "/students/" + maya();
        for (String address : List.of(
                student,
                student + "/competencies/" + first.id(),
                student + "/report",
                student + "/transcript",
                student + "/graduation",
                student + "/courses")) {
            HttpResponse<String> page = visitor.open(address + "?asof=" + yearAgo());
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).as(address).contains("As it stood on").doesNotContainPattern(WROTE);
        }
    }

    @Test
    void a_grid_of_a_year_ago_is_no_fuller_than_that_of_today() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        StudyGroup group = as(gwen, () -> roster.groupsFor(gwen)).get(0);
        String grid = "/groups/" + group.id() + "/grid?from=4&to=8";
        String now = visitor("gwen.abernathy").open(grid).body();
        String then =
                visitor("gwen.abernathy").open(grid + "&asof=" + yearAgo()).body();
        assertThat(then).contains("As it stood on", "{col}?asof=" + yearAgo()).doesNotContain(">Record</a>");
        assertThat(then.split("data-s=m").length).isLessThan(now.split("data-s=m").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pace", "/groups", "/graduation", "/students", "/courses", "/spread", "/batching"})
    void outcomes_are_read_as_of_a_day_and_lead_on_within_it(String page) {
        String then = visitor("constance.mbekihall")
                .open("/outcomes" + page + "?asof=" + yearAgo())
                .body();
        assertThat(then)
                .contains("As it stood on", "asof=" + yearAgo())
                .doesNotContain("As it stood on today")
                .doesNotContainPattern(WROTE);
    }

    @Test
    void outcomes_as_of_this_moment_are_those_of_today() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        Instant now = clock.instant();
        SubjectOutcomes today = as(leader, () -> outcomes.of(leader, new Span(yearAgo(), now), Optional.empty()));
        SubjectOutcomes replayed = as(
                leader, () -> outcomes.of(leader, new Span(yearAgo(), now, new AsOf.Earlier(now)), Optional.empty()));
        assertThat(replayed.students()).isNotEmpty().isEqualTo(today.students());
        SubjectOutcomes before = as(
                leader,
                () -> outcomes.of(
                        leader,
                        new Span(
                                yearAgo().minusYears(1), now.minus(Duration.ofDays(365)), AsOf.endOf(yearAgo(), clock)),
                        Optional.empty()));
        assertThat(mastered(before)).isPositive().isLessThan(mastered(today));
    }

    private static int mastered(SubjectOutcomes outcomes) {
        return outcomes.students().stream().mapToInt(s -> s.masteries().now()).sum();
    }

    @Test
    void a_plan_has_only_what_was_proposed_chosen_and_done_by_then() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        List<GoalProgress> now = as(leader, () -> goals.of(leader, maya()));
        Goal.Step step = now.stream()
                .flatMap(progress -> progress.goal().steps().stream())
                .findFirst()
                .orElseThrow();
        AsOf before = new AsOf.Earlier(step.at().minusMillis(1));
        assertThat(as(leader, () -> goals.of(leader, maya(), before)))
                .allMatch(progress -> !progress.goal().proposal().at().isAfter(step.at()))
                .noneMatch(progress -> progress.goal().steps().contains(step));
        assertThat(as(leader, () -> goals.of(leader, maya(), new AsOf.Earlier(clock.instant()))))
                .extracting(
                        GoalProgress::goal,
                        GoalProgress::state,
                        progress -> progress.route().percent())
                .containsExactlyElementsOf(now.stream()
                        .map(progress -> tuple(
                                progress.goal(),
                                progress.state(),
                                progress.route().percent()))
                        .toList());
        List<PlannedActivities.Line> chosen = as(leader, () -> planned.of(leader, maya()));
        assertThat(as(leader, () -> planned.of(leader, maya(), new AsOf.Earlier(clock.instant()))))
                .isNotEmpty()
                .isEqualTo(chosen);
        assertThat(as(leader, () -> planned.of(leader, maya(), AsOf.endOf(LocalDate.of(2001, 1, 1), clock))))
                .isEmpty();
    }

    @Test
    void plan_and_portfolio_of_a_day_show_what_was_there_and_can_be_changed_by_nobody() {
        Visitor maya = visitor("maya.okafor");
        for (String address : List.of("/plan", "/portfolio")) {
            assertThat(maya.open(address + "?asof=2001-01-01").body())
                    .as(address)
                    .contains("As it stood on", "then")
                    .doesNotContain("Set a goal</a>", "Keep a piece</a>", "card-link")
                    .doesNotContainPattern(WROTE);
        }
        assertThat(maya.open("/portfolio").body()).contains("card-link");
    }

    @Test
    void graduation_as_of_this_moment_is_that_of_today_and_nothing_counted_before_anything_was_shown() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        GraduationProgress now = as(leader, () -> graduation.of(maya())).orElseThrow();
        assertThat(as(leader, () -> graduation.of(maya(), new AsOf.Earlier(clock.instant()))))
                .contains(now);
        assertThat(now.parts()).anyMatch(part -> !part.have().isEmpty());
        assertThat(as(leader, () -> graduation.of(maya(), AsOf.endOf(LocalDate.of(2001, 1, 1), clock))).stream()
                        .flatMap(progress -> progress.parts().stream()))
                .allMatch(part -> part.have().isEmpty());
    }

    @Test
    void support_is_told_by_what_was_known_then() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        List<Plan> all = as(leader, () -> plans.of(leader));
        Plan closed = all.stream().filter(plan -> !plan.open()).findFirst().orElseThrow();
        Instant end = closed.closing().orElseThrow().at();
        assertThat(as(leader, () -> plans.find(leader, closed.id(), new AsOf.Earlier(end.minusMillis(1)))))
                .hasValueSatisfying(plan -> assertThat(plan.open()).isTrue());
        AsOf before = new AsOf.Earlier(closed.openedAt().minusMillis(1));
        assertThat(as(leader, () -> plans.find(leader, closed.id(), before))).isEmpty();
        AsOf now = new AsOf.Earlier(clock.instant());
        all.stream()
                .filter(Plan::open)
                .forEach(plan -> assertThat(as(leader, () -> plans.recheck(plan, now)))
                        .isEqualTo(as(leader, () -> plans.recheck(plan))));
    }

    @Test
    void one_goal_and_one_plan_of_support_of_a_day_can_be_changed_by_nobody() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        Goal goal = as(leader, () -> goals.of(leader, maya())).stream()
                .map(GoalProgress::goal)
                .filter(each -> SchoolTime.day(each.proposal().at()).isBefore(yesterday))
                .findFirst()
                .orElseThrow();
        Plan plan = as(leader, () -> plans.of(leader)).stream()
                .filter(each -> SchoolTime.day(each.openedAt()).isBefore(yesterday))
                .findFirst()
                .orElseThrow();
        for (String address : List.of("/goals/" + goal.id(), "/support/" + plan.id())) {
            assertThat(visitor("constance.mbekihall").open(address).body()).containsPattern(WROTE);
            assertThat(visitor("constance.mbekihall")
                            .open(address + "?asof=" + yesterday)
                            .body())
                    .as(address)
                    .contains("As it stood on")
                    .doesNotContainPattern(WROTE);
        }
        assertThat(visitor("constance.mbekihall")
                        .open("/support/" + plan.id() + "?asof=2001-01-01")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothing_is_written_as_of_an_earlier_day() {
        HttpResponse<String> refused = visitor("gwen.abernathy").fill("/record", "/record?asof=" + yearAgo(), Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Go back to today first");
    }

    @Test
    void a_day_that_is_to_come_or_is_none_is_today() {
        Visitor maya = visitor("maya.okafor");
        for (String day : List.of("2999-01-01", "soon", "")) {
            assertThat(maya.open("/path?asof=" + day).body())
                    .contains("See an earlier day")
                    .doesNotContain("As it stood on 1");
        }
    }

    @Test
    void the_framework_is_read_in_the_edition_of_the_day() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        Curriculum now = as(leader, () -> frameworks.curriculum());
        Curriculum then = as(leader, () -> frameworks.curriculum(AsOf.endOf(yearAgo(), clock)));
        assertThat(then.inUse()).isEqualTo(now.inUse());
        assertThat(then.subjects()).isEqualTo(now.subjects());
    }
}
