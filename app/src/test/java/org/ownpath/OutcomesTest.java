package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.insight.Activity;
import org.ownpath.insight.Breakdown;
import org.ownpath.insight.By;
import org.ownpath.insight.Outcomes;
import org.ownpath.insight.Part;
import org.ownpath.insight.Span;
import org.ownpath.insight.StudentOutcome;
import org.ownpath.insight.SubjectOutcomes;
import org.ownpath.pathway.Pathway;
import org.ownpath.roster.Demographics;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Trait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Outcomes of the seed school: right, drilled to students by whoever may, and of nobody else. */
class OutcomesTest extends SchoolTest {

    private static final String LEADER = "constance.mbekihall@northside.example";
    private static final String TEACHER = "gwen.abernathy@northside.example";
    private static final Optional<String> MATHEMATICS = Optional.of("Mathematics");

    @LocalServerPort
    int port;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Pathway pathway;

    @Autowired
    Roster roster;

    @Autowired
    Demographics demographics;

    @Autowired
    Clock clock;

    private Span year() {
        return new Span(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1), clock.instant());
    }

    private SubjectOutcomes mathematics(String who) {
        return as(viewer(who), () -> outcomes.of(viewer(who), year(), MATHEMATICS));
    }

    private StudentOutcome of(SubjectOutcomes shown, String name) {
        return shown.students().stream()
                .filter(s -> s.student().fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_students_place_is_the_one_on_their_own_path() {
        StudentOutcome maya = of(mathematics(LEADER), "Maya Okafor");

        double path = as(
                viewer(LEADER),
                () -> pathway.positions(List.of(maya.student().student()), "Mathematics")
                        .get(maya.student().student())
                        .fractionalLevel());

        assertThat(maya.levels().now()).isEqualTo(path);
        assertThat(maya.levels().then()).isBetween(0.0, path);
        assertThat(maya.masteries().gained()).isPositive();
    }

    @Test
    void whoever_is_stuck_is_stalled() {
        SubjectOutcomes shown = mathematics(LEADER);
        assertThat(shown.activity(of(shown, "Amara Diallo"))).isEqualTo(Activity.STALLED);
    }

    @Test
    void a_longer_span_never_shows_less_growth() {
        Viewer leader = viewer(LEADER);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SubjectOutcomes half =
                as(leader, () -> outcomes.of(leader, new Span(today.minusDays(180), clock.instant()), MATHEMATICS));
        SubjectOutcomes whole = mathematics(LEADER);
        for (int i = 0; i < whole.students().size(); i++) {
            assertThat(whole.students().get(i).levels().growth())
                    .isGreaterThanOrEqualTo(half.students().get(i).levels().growth());
        }
    }

    @Test
    void a_teacher_sees_the_outcomes_of_their_own_students_only() {
        Viewer gwen = viewer(TEACHER);
        Set<Person> own = as(gwen, () -> Set.copyOf(roster.studentsTaughtBy(gwen.person())));

        assertThat(mathematics(TEACHER).students())
                .extracting(StudentOutcome::student)
                .containsExactlyInAnyOrderElementsOf(own);
        assertThat(own.size()).isLessThan(mathematics(LEADER).students().size());
    }

    @Test
    void every_student_is_in_one_part_of_each_division_but_groups() {
        Viewer leader = viewer(LEADER);
        SubjectOutcomes shown = mathematics(LEADER);
        for (By by : List.of(By.GRADE, By.AGE, By.LEVEL, By.ACTIVITY, By.QUARTER)) {
            List<StudentOutcome> together = as(leader, () -> outcomes.parts(leader, shown, by)).stream()
                    .map(Part::students)
                    .flatMap(Collection::stream)
                    .toList();
            assertThat(together).as(by.words()).containsExactlyInAnyOrderElementsOf(shown.students());
        }
    }

    @Test
    void subgroups_are_a_leaders_and_add_up_without_those_too_small() {
        Viewer leader = viewer(LEADER);
        SubjectOutcomes shown = mathematics(LEADER);

        Breakdown breakdown = as(leader, () -> outcomes.breakdown(leader, shown, Trait.ETHNICITY));

        assertThat(breakdown.withholds()).isTrue();
        assertThat(breakdown.rows().stream().flatMap(row -> row.figures().stream()))
                .allMatch(figures -> figures.students() >= shown.limits().fewest());
        int asian = as(leader, () -> demographics.students(Trait.ETHNICITY))
                .get("asian")
                .size();
        assertThat(breakdown.rows().stream()
                        .filter(row -> row.value().equals("asian"))
                        .flatMap(row -> row.figures().stream())
                        .mapToInt(figures -> figures.students())
                        .findFirst())
                .isEqualTo(OptionalInt.of(asian));
    }

    @Test
    void a_teacher_is_told_nothing_by_subgroup() {
        Viewer gwen = viewer(TEACHER);
        assertThat(as(gwen, () -> outcomes.subgroups(gwen))).isEmpty();
        assertThatThrownBy(() -> as(gwen, () -> outcomes.breakdown(gwen, mathematics(TEACHER), Trait.SEX)))
                .isInstanceOf(NotAllowed.class);
        Visitor visitor = signedIn(TEACHER);
        assertThat(visitor.open("/outcomes/groups?by=ethnicity").body())
                .contains("by grade label")
                .doesNotContain("Hispanic");
    }

    @Test
    void nobody_can_list_a_subgroup() {
        Visitor leader = signedIn(LEADER);
        assertThat(leader.open("/outcomes/groups?by=english-learner").body())
                .contains("English learners")
                .doesNotContain("/outcomes/students?");
        assertThat(leader.open("/outcomes/students?by=english-learner&value=yes")
                        .body())
                .contains("All students");
    }

    @Test
    void every_table_can_be_taken_as_a_file() {
        Visitor leader = signedIn(LEADER);
        for (String file : List.of("students", "groups", "pace", "graduation", "spread", "batching")) {
            var answer = leader.open("/outcomes/" + file + ".csv");
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(".csv");
        }
        String students = leader.open("/outcomes/students.csv?subject=Mathematics&by=activity&value=stalled")
                .body();
        assertThat(students).contains("Amara Diallo").doesNotContain("Leo Martinez");
    }

    @Test
    void whoever_studies_the_figures_gets_no_name_and_cannot_put_two_files_together() {
        Visitor leader = signedIn(LEADER);
        assertThat(leader.open("/outcomes").body()).contains("/outcomes/without-names.csv");
        List<String> one =
                leader.open("/outcomes/without-names.csv").body().lines().toList();
        List<String> other =
                leader.open("/outcomes/without-names.csv").body().lines().toList();
        List<String> named =
                leader.open("/outcomes/students.csv").body().lines().toList();
        assertThat(one).hasSameSizeAs(named).hasSizeGreaterThan(200);
        assertThat(String.join("", one)).doesNotContain("Okafor", "Diallo", "2026");
        assertThat(pseudonyms(one)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(pseudonyms(other));
        assertThat(signedIn("gwen.abernathy@northside.example")
                        .open("/outcomes/without-names.csv")
                        .statusCode())
                .isEqualTo(403);
    }

    private static List<String> pseudonyms(List<String> file) {
        return file.stream().skip(1).map(line -> line.split(",")[0]).toList();
    }

    @Test
    void a_day_that_is_none_is_refused_in_words_and_something_is_shown() {
        assertThat(signedIn(LEADER).open("/outcomes?since=yesterday").body())
                .contains("is no day before today")
                .contains("The four corners");
    }

    @Test
    void families_and_students_have_no_outcomes_of_others() {
        for (String who : List.of("maya.okafor@northside.example", "nneka.okafor@northside.example")) {
            Visitor visitor = signedIn(who);
            for (String page :
                    List.of("", "/pace", "/groups", "/graduation", "/students", "/spread", "/students.csv")) {
                assertThat(visitor.open("/outcomes" + page).statusCode())
                        .as(who + page)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void of_another_district_there_is_nobody() {
        Viewer irene = viewer("irene.castellan@southfield.example");
        Set<String> names = as(irene, () -> outcomes.of(irene, year(), MATHEMATICS)).students().stream()
                .map(s -> s.student().fullName())
                .collect(Collectors.toSet());
        assertThat(names).contains("Ines Castro").doesNotContain("Maya Okafor").hasSizeBetween(12, 20);
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name, "northside");
        return visitor;
    }
}
