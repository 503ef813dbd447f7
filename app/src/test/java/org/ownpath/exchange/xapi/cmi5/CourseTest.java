package org.ownpath.exchange.xapi.cmi5;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A course package, opened and spoken with over HTTP as the standard cmi5 has it. */
class CourseTest extends SchoolTest {

    private static final String LEO = "leo.martinez@northside.example";
    private static final String HANA = "hana.suzuki@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    Courses courses;

    @Autowired
    CourseStandings standings;

    @Autowired
    Frameworks frameworks;

    @Autowired
    LedgerReading ledger;

    private Viewer philippa;
    private Competency competency;
    private PaperCourse paper;
    private CourseId course;

    @BeforeEach
    void aCourse() {
        philippa = viewer("philippa.crane@northside.example");
        competency = as(philippa, () -> frameworks.curriculum().ofSubject("Mathematics"))
                .get(3);
        paper = new PaperCourse("CompletedOrPassed");
        course = taken(paper.zip());
        offer(1, EvidenceRule.Measure.SCORE);
        offer(2, EvidenceRule.Measure.COMPLETION);
    }

    private CourseImport take(byte[] content) {
        return as(philippa, () -> courses.take(philippa, CourseId.next(), new Source("course.zip", content)));
    }

    private CourseId taken(byte[] content) {
        CourseImport came = take(content);
        assertThat(came).isInstanceOf(CourseImport.Taken.class);
        return ((CourseImport.Taken) came).course();
    }

    private String refused(byte[] content) {
        CourseImport came = take(content);
        assertThat(came).isInstanceOf(CourseImport.Refused.class);
        return ((CourseImport.Refused) came).problems().toString();
    }

    private void offer(int unit, EvidenceRule.Measure measure) {
        Courses.Counting counting = new Courses.Counting(
                competency.id(),
                measure,
                List.of(new EvidenceRule.Step(0.5, 2), new EvidenceRule.Step(0.8, 3)),
                new Observation.Nature(Form.TEST, Depth.APPLY, Context.ONLINE, Purpose.FORMATIVE));
        assertThat(as(philippa, () -> courses.offer(philippa, course, unit, counting)))
                .isEmpty();
    }

    private ActivityId activity(int unit) {
        return as(philippa, () -> courses.offered(course)).stream()
                .filter(each -> each.unit() == unit)
                .findFirst()
                .orElseThrow()
                .activity();
    }

    private OpenUnit open(String who, int unit) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        visitor.signIn(who, "northside");
        HttpResponse<String> answer = visitor.open("/activities/" + activity(unit) + "/opening");
        return new OpenUnit(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    /** The statements of a registration, oldest first. */
    private List<JsonNode> statements(OpenUnit unit) {
        String token = token(philippa, TokenScope.STATEMENTS, TokenScope.READ);
        HttpResponse<String> answer = OpenUnit.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                        + "/xapi/statements?ascending=true&registration=" + unit.told("registration")))
                .header("Authorization", "Bearer " + token)
                .header("X-Experience-API-Version", "2.0.0"));
        List<JsonNode> statements = new ArrayList<>();
        OpenUnit.JSON.readTree(answer.body()).path("statements").forEach(statements::add);
        return statements;
    }

    private List<String> verbs(OpenUnit unit) {
        return statements(unit).stream()
                .map(statement -> statement.path("verb").path("id").asString(""))
                .map(verb -> verb.substring(verb.lastIndexOf('/') + 1))
                .toList();
    }

    private static String session(JsonNode statement) {
        return statement.path("context").path("extensions").path(Verbs.SESSION).asString("");
    }

    @Test
    void a_unit_is_opened_with_what_the_standard_has_it_told() {
        OpenUnit unit = open(LEO, 1);
        assertThat(unit.address.getPath()).endsWith("/index.html");
        assertThat(unit.address.getFragment()).isEqualTo("start");
        assertThat(unit.told)
                .containsOnlyKeys("level", "endpoint", "fetch", "actor", "registration", "activityId")
                .containsEntry("level", "1");
        assertThat(OpenUnit.JSON
                        .readTree(unit.told("actor"))
                        .path("account")
                        .path("name")
                        .asString())
                .isEqualTo(viewer(LEO).person().toString());
        assertThat(unit.told("actor")).doesNotContain("Leo");
        assertThat(unit.told("activityId")).isNotEqualTo(paper.id("/u1"));

        JsonNode launched = statements(unit).get(0);
        assertThat(launched.path("verb").path("id").asString()).isEqualTo(Verbs.LAUNCHED);
        assertThat(launched.path("object").path("id").asString()).isEqualTo(unit.told("activityId"));
        JsonNode extensions = launched.path("context").path("extensions");
        assertThat(extensions.path(Verbs.LAUNCH_MODE).asString()).isEqualTo("Normal");
        assertThat(extensions.path(Verbs.MOVE_ON).asString()).isEqualTo("Passed");
        assertThat(extensions.path(Verbs.MASTERY_SCORE).asDouble()).isEqualTo(0.8);
        assertThat(extensions.path(Verbs.LAUNCH_PARAMETERS).asString()).contains("level");
        assertThat(extensions.path(Verbs.LAUNCH_URL).asString())
                .contains("index.html")
                .doesNotContain("endpoint");
        assertThat(launched.path("context").path("contextActivities").toString())
                .contains(Verbs.CATEGORY, paper.id("/u1"));

        JsonNode data = unit.letIn().launchData();
        assertThat(data.path("contextTemplate")
                        .path("extensions")
                        .path(Verbs.SESSION)
                        .asString())
                .isEqualTo(session(launched));
        assertThat(data.path("contextTemplate")
                        .path("contextActivities")
                        .path("grouping")
                        .toString())
                .contains(paper.id("/u1"));
        assertThat(data.path("launchMode").asString()).isEqualTo("Normal");
        assertThat(data.path("moveOn").asString()).isEqualTo("Passed");
        assertThat(data.path("masteryScore").asDouble()).isEqualTo(0.8);
        assertThat(data.path("launchParameters").asString()).isEqualTo("{\"level\": 1}");
        assertThat(data.path("entitlementKey").path("courseStructure").asString())
                .isEqualTo("key of the school");
        assertThat(data.path("returnURL").asString()).contains("/courses/visits/");

        OpenUnit again = open(LEO, 1);
        assertThat(again.told("activityId")).isEqualTo(unit.told("activityId"));
        assertThat(again.told("registration")).isEqualTo(unit.told("registration"));
        assertThat(open(HANA, 1).told("registration")).isNotEqualTo(unit.told("registration"));
    }

    @Test
    void what_lets_a_unit_in_is_given_once_and_then_the_standards_error() {
        OpenUnit unit = open(LEO, 1);
        assertThat(unit.fetch().path("auth-token").asString("")).isNotEmpty();
        assertThat(unit.fetch().path("error-code").asString()).isEqualTo("1");
        unit.told.put("fetch", unit.told("fetch").replaceAll("[^/]+$", "nothing-that-was-given"));
        assertThat(unit.fetch().path("error-code").asString()).isEqualTo("2");
    }

    @Test
    void a_unit_reads_and_changes_what_is_of_its_own_visit_and_nothing_else() {
        OpenUnit other = open(HANA, 1).letIn();
        other.begin();
        OpenUnit unit = open(LEO, 1).letIn();
        unit.begin();
        String theirs = statements(other).get(1).path("id").asString();
        assertThat(unit.get("/statements?statementId=" + theirs).statusCode()).isEqualTo(404);
        assertThat(unit.get("/statements?registration=" + other.told("registration"))
                        .body())
                .contains(unit.told("registration"))
                .doesNotContain(other.told("registration"));
        assertThat(unit.get(other.state("LMS.LaunchData")).statusCode()).isEqualTo(403);
        assertThat(OpenUnit.send(unit.request(unit.state("LMS.LaunchData"))
                                .PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(OpenUnit.send(unit.request(unit.state("bookmark"))
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"page\":2}")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(unit.get(unit.state("bookmark")).body()).contains("2");
        String preferences =
                "/agents/profile?profileId=cmi5LearnerPreferences&agent=" + OpenUnit.encoded(unit.told("actor"));
        assertThat(unit.get(preferences).statusCode()).isEqualTo(404);
        assertThat(OpenUnit.send(unit.request(preferences).PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        ObjectNode voiding = unit.statement("voided", "");
        voiding.putObject("verb").put("id", "http://adlnet.gov/expapi/verbs/voided");
        voiding.putObject("object")
                .put("objectType", "StatementRef")
                .put("id", statements(unit).get(1).path("id").asString());
        assertThat(unit.say(voiding).statusCode()).isEqualTo(403);
        assertThat(OpenUnit.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/evidence"))
                                .header(
                                        "Authorization",
                                        unit.request("/about")
                                                .build()
                                                .headers()
                                                .firstValue("Authorization")
                                                .orElseThrow()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_request_of_which_one_statement_is_not_in_order_is_refused_whole() {
        OpenUnit unit = open(LEO, 1).letIn();
        String both = "[" + unit.statement("initialized", "") + ","
                + unit.statement("passed", "{\"success\":true,\"duration\":\"PT1M\",\"score\":{\"scaled\":0.5}}") + "]";
        HttpResponse<String> answer =
                OpenUnit.send(unit.request("/statements").POST(HttpRequest.BodyPublishers.ofString(both)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("0.5", "0.8");
        assertThat(verbs(unit)).doesNotContain("initialized", "passed");
        assertThat(unit.say("passed", "{\"success\":true,\"duration\":\"PT1M\"}"))
                .isEqualTo(403);
        unit.begin();
    }

    @Test
    void what_is_satisfied_is_told_once_blocks_before_the_course_in_the_session_that_led_to_it() {
        OpenUnit first = open(HANA, 1).letIn();
        first.begin();
        first.pass("0.9");
        first.end();
        assertThat(verbs(first)).doesNotContain("satisfied");
        OpenUnit second = open(HANA, 2).letIn();
        second.begin();
        second.complete();
        assertThat(verbs(second)).endsWith("completed", "satisfied", "satisfied");
        List<JsonNode> all = statements(second);
        JsonNode block = all.get(all.size() - 2);
        JsonNode whole = all.get(all.size() - 1);
        assertThat(block.path("object").path("definition").path("type").asString())
                .isEqualTo(Verbs.TYPE_BLOCK);
        assertThat(whole.path("object").path("definition").path("type").asString())
                .isEqualTo(Verbs.TYPE_COURSE);
        assertThat(block.path("object").path("id").asString()).isNotEqualTo(paper.id("/b1"));
        assertThat(block.path("context")
                        .path("contextActivities")
                        .path("grouping")
                        .toString())
                .contains(paper.id("/b1"));
        assertThat(List.of(session(block), session(whole))).containsOnly(session(all.get(all.size() - 3)));
        second.pass("0.7");
        second.end();
        assertThat(verbs(second).stream().filter("satisfied"::equals)).hasSize(2);
        assertThat(open(HANA, 1).letIn().launchData().path("launchMode").asString())
                .isEqualTo("Review");
    }

    @Test
    void a_score_is_evidence_before_the_unit_has_its_answer() {
        StudentId leo = StudentId.of(viewer(LEO).person());
        long before = entries(leo);
        OpenUnit unit = open(LEO, 1).letIn();
        unit.begin();
        unit.pass("0.85");
        assertThat(entries(leo)).isEqualTo(before + 1);
    }

    private long entries(StudentId student) {
        return as(philippa, () -> ledger.latest(student, 1000)).stream()
                .filter(entry -> entry.competency().equals(competency.id()))
                .count();
    }

    @Test
    void a_visit_that_was_not_ended_is_abandoned_once_when_another_begins_and_the_place_is_kept() {
        OpenUnit left = open(LEO, 1).letIn();
        left.begin();
        OpenUnit.send(left.request(left.state("bookmark")).PUT(HttpRequest.BodyPublishers.ofString("{\"page\":7}")));
        OpenUnit next = open(LEO, 2);
        assertThat(verbs(left)).containsExactly("launched", "initialized", "abandoned", "launched");
        JsonNode abandoned = statements(left).get(2);
        assertThat(abandoned.path("result").path("duration").asString()).startsWith("PT");
        assertThat(session(abandoned)).isEqualTo(session(statements(left).get(0)));
        assertThat(left.get("/statements").statusCode()).isEqualTo(401);
        assertThat(next.letIn().launchData().path("launchMode").asString()).isEqualTo("Normal");
        OpenUnit again = open(LEO, 1).letIn();
        assertThat(again.get(again.state("bookmark")).body()).contains("7");
        again.begin();
        again.end();
        open(LEO, 1);
        assertThat(verbs(left).stream().filter("abandoned"::equals)).hasSize(2);
    }

    @Test
    void whoever_teaches_may_say_that_a_unit_need_not_be_done_once() {
        StudentId leo = StudentId.of(viewer(LEO).person());
        for (int time = 0; time < 2; time++) {
            as(philippa, () -> {
                standings.waive(philippa, course, 1, leo, CourseStandings.Reason.TESTED_OUT);
                standings.waive(philippa, course, 2, leo, CourseStandings.Reason.ADMINISTRATIVE);
                return true;
            });
        }
        OpenUnit unit = open(LEO, 1);
        assertThat(verbs(unit)).containsExactly("waived", "waived", "satisfied", "satisfied", "launched");
        JsonNode waived = statements(unit).get(0);
        assertThat(waived.path("result").path("extensions").path(Verbs.REASON).asString())
                .isEqualTo("Tested Out");
        assertThat(waived.path("result").path("success").asBoolean()).isTrue();
        assertThat(waived.path("result").path("completion").asBoolean()).isTrue();
        assertThat(waived.toString()).contains(Verbs.CATEGORY_MOVE_ON);
        assertThat(session(waived)).isNotEqualTo(session(statements(unit).get(1)));
    }

    @Test
    void who_only_looks_around_leaves_no_judgement() {
        OpenUnit unit = open("gwen.abernathy@northside.example", 1).letIn();
        assertThat(unit.launchData().path("launchMode").asString()).isEqualTo("Browse");
        unit.begin();
        assertThat(unit.say("passed", "{\"success\":true,\"duration\":\"PT1M\",\"score\":{\"scaled\":1}}"))
                .isEqualTo(403);
        unit.end();
        assertThat(unit.say("terminated", "{\"duration\":\"PT1M\"}")).isEqualTo(403);
    }

    @Test
    void files_of_a_course_run_without_an_origin_and_are_no_part_of_a_page_of_ours() {
        OpenUnit unit = open(LEO, 1);
        HttpResponse<String> page = OpenUnit.send(HttpRequest.newBuilder(unit.address));
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).startsWith("sandbox ").doesNotContain("allow-same-origin", "allow-top-navigation");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        URI script = unit.address.resolve("unit.js");
        assertThat(OpenUnit.send(HttpRequest.newBuilder(script)
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Sec-Fetch-Dest", "script"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(OpenUnit.send(HttpRequest.newBuilder(script)
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Sec-Fetch-Dest", "script"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(OpenUnit.send(HttpRequest.newBuilder(unit.address.resolve("missing.html")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(OpenUnit.send(HttpRequest.newBuilder(
                                URI.create(unit.address.toString().replaceAll("/files/[^/]+/", "/files/guessed/"))))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_package_that_is_not_in_order_is_refused_with_the_place() {
        String good = paper.structure();
        assertThat(refused(new PaperCourse("Sometimes").zip())).contains("moveOn 'Sometimes'", "row 18");
        assertThat(refused(good.getBytes(StandardCharsets.UTF_8))).contains("not in the package");
        assertThat(refused(changed(good, "index.html<", "gone.html<"))).contains("gone.html");
        assertThat(refused(changed(good, "0.8", "1.8"))).contains("masteryScore '1.8'");
        assertThat(refused(changed(good, "/u2", "/u1"))).contains("Two units");
        assertThat(refused(changed(good, "?level=", "?endpoint="))).contains("'endpoint'");
        assertThat(refused(changed(good, ">index.html<", ">javascript:alert(1)<")))
                .contains("https://");
        assertThat(refused(changed(
                        good,
                        "<courseStructure",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><courseStructure")))
                .contains("document type");
        assertThat(refused(
                        new PaperCourse("Passed").with("../../evil.html", "x").zip()))
                .contains("leads out of it");
        assertThat(refused(new PaperCourse("Passed")
                        .with("big", "0".repeat(51 * 1024 * 1024))
                        .zip()))
                .contains("50 MB");
        assertThat(refused("PK\u0003\u0004 not at all".getBytes(StandardCharsets.ISO_8859_1)))
                .isNotEmpty();
    }

    private byte[] changed(String structure, String from, String to) {
        assertThat(structure).contains(from);
        return new PaperCourse("Passed")
                .with("cmi5.xml", structure.replace(from, to))
                .zip();
    }

    @Test
    void a_course_of_more_than_a_thousand_units_that_lie_elsewhere_is_taken_from_its_structure_alone() {
        StringBuilder units = new StringBuilder();
        for (int unit = 0; unit < 1200; unit++) {
            units.append(
                    "<au id=\"urn:u:%d\"><title><langstring>U</langstring></title><url>https://e.example/%d</url></au>"
                            .formatted(unit, unit));
        }
        String structure = "<courseStructure><course id=\"urn:c\"><title><langstring>Long</langstring></title></course>"
                + units + "</courseStructure>";
        CourseId id = taken(structure.getBytes(StandardCharsets.UTF_8));
        assertThat(as(philippa, () -> courses.find(id))
                        .orElseThrow()
                        .structure()
                        .units())
                .hasSize(1200);
    }

    @Test
    void a_school_calls_a_course_as_its_people_do_and_its_units_keep_their_names() {
        assertThat(as(philippa, () -> courses.call(philippa, course, new CourseStructure.Named(" ", ""))))
                .isPresent();
        assertThat(as(
                        philippa,
                        () -> courses.call(philippa, course, new CourseStructure.Named("Fractions for us", "Ours."))))
                .isEmpty();
        Course called = as(philippa, () -> courses.find(course)).orElseThrow();
        assertThat(called.title()).isEqualTo("Fractions for us");
        assertThat(called.named().about()).isEqualTo("Ours.");
        assertThat(called.structure().units()).isNotEmpty();
    }
}
