package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
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
        for (String address : List.of(student, student + "/competencies/" + first.id(), student + "/report")) {
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
