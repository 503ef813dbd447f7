package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Feedback;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** A learning management system asks a teacher to pick content of Ownpath, opens it, and is told how it went. */
class ContentForSystemsTest extends FromASystem {

    private static final String GWEN = "gwen.abernathy@northside.example";
    private static final String DATA = "of the system, given back as it came";

    @Autowired
    Tasks tasks;

    @Autowired
    Requests requests;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    Scoring scoring;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Mastery mastery;

    @Override
    boolean sendsTeachers() {
        return true;
    }

    private Optional<String> picks(Visitor visitor, String email, Map<String, Object> settings) {
        return comes(
                visitor,
                email,
                claims -> claims.claim(Lti.CLAIM + "message_type", Lti.PICK_REQUEST)
                        .claim(Lti.PICKING + "deep_linking_settings", settings));
    }

    private Map<String, Object> settings(boolean several) {
        return Map.of(
                "deep_link_return_url",
                system.at("/picked"),
                "accept_types",
                List.of("link", "ltiResourceLink"),
                "accept_presentation_document_targets",
                List.of("window"),
                "accept_multiple",
                several,
                "data",
                DATA);
    }

    private Task deal() {
        Viewer gwen = viewer(GWEN);
        return as(gwen, () -> tasks.library(gwen)).stream()
                .filter(task -> task.content().title().equals("The best deal in town"))
                .findFirst()
                .orElseThrow();
    }

    private Competency competency() {
        return as(viewer(GWEN), frameworks::curriculum).inUse().get(0);
    }

    /** Chooses on the page; the answer as the system gets it. */
    private Document chooses(Visitor visitor, String page, String wish, String... links) {
        Document shown = Jsoup.parse(visitor.open(page).body());
        StringBuilder form = new StringBuilder("do=" + wish + "&_csrf=")
                .append(shown.select("input[name=_csrf]").attr("value"));
        for (String link : links) {
            assertThat(shown.select("input[name=link]").eachAttr("value")).contains(link);
            form.append("&link=").append(URLEncoder.encode(link, StandardCharsets.UTF_8));
        }
        return Jsoup.parse(visitor.send(visitor.to(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())))
                .body());
    }

    /** What a system reads of an answer: by the keys that the school publishes. */
    private JWTClaimsSet read(Document page) {
        assertThat(page.select("main form").attr("action")).isEqualTo(system.at("/picked"));
        try {
            SignedJWT message = SignedJWT.parse(page.select("input[name=JWT]").attr("value"));
            String keys = anybody(port).open("/lti/northside/jwks.json").body();
            assertThat(message.verify(new RSASSAVerifier(JWKSet.parse(keys)
                            .getKeyByKeyId(message.getHeader().getKeyID())
                            .toRSAKey())))
                    .isTrue();
            return message.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(page.text(), e);
        }
    }

    private static List<?> items(JWTClaimsSet answer) {
        return (List<?>) answer.getClaim(Lti.PICKING + "content_items");
    }

    @Test
    void a_teacher_picks_the_path_a_task_and_a_competency_and_the_system_gets_links_that_open_them() throws Exception {
        Visitor teacher = anybody(port);
        String page = picks(teacher, GWEN, settings(true)).orElseThrow();
        JWTClaimsSet answer = read(chooses(
                teacher,
                page,
                "add",
                "/launch",
                "/launch/tasks/" + deal().id(),
                "/launch/competencies/" + competency().id()));
        assertThat(answer.getIssuer()).isEqualTo(CLIENT);
        assertThat(answer.getAudience()).containsExactly(system.at(""));
        assertThat(answer.getStringClaim("nonce")).isNotBlank();
        assertThat(answer.getClaims())
                .containsEntry(Lti.CLAIM + "deployment_id", "one")
                .containsEntry(Lti.CLAIM + "message_type", Lti.PICK_RESPONSE)
                .containsEntry(Lti.CLAIM + "version", "1.3.0")
                .containsEntry(Lti.PICKING + "data", DATA);
        assertThat(items(answer))
                .extracting(item -> String.valueOf(((Map<?, ?>) item).get("url")))
                .isEqualTo(List.of(
                        at("/launch"),
                        at("/launch/tasks/" + deal().id()),
                        at("/launch/competencies/" + competency().id())));
        assertThat(items(answer))
                .allSatisfy(
                        item -> assertThat((Map<?, ?>) item).extracting("type").isEqualTo("ltiResourceLink"));
        assertThat(items(answer).get(1).toString()).contains("The best deal in town", "scoreMaximum=12");
        assertThat(teacher.open(page).statusCode()).as("once").isEqualTo(404);

        Visitor student = anybody(port);
        String landing =
                comes(student, ZLATA, at("/launch/tasks/" + deal().id())).orElseThrow();
        assertThat(Jsoup.parse(student.open(landing).body())
                        .select("input[name=task][checked]")
                        .attr("value"))
                .isEqualTo(deal().id().toString());
        assertThat(comes(anybody(port), GWEN, at("/launch/tasks/" + deal().id())))
                .contains("/tasks/" + deal().id());
    }

    @Test
    void whoever_picks_nothing_goes_back_with_nothing_and_one_is_one() {
        Visitor teacher = anybody(port);
        String page = picks(teacher, GWEN, settings(false)).orElseThrow();
        assertThat(chooses(teacher, page, "add").text()).contains("Nothing is chosen");
        String one = "/launch/competencies/" + competency().id();
        assertThat(chooses(teacher, page, "add", "/launch", one).text()).contains("takes one link");
        assertThat(items(read(chooses(teacher, page, "none", "/launch")))).isEmpty();
    }

    @Test
    void nobody_picks_for_somebody_else_or_as_a_student_or_for_an_address_that_is_not_taken() {
        Visitor teacher = anybody(port);
        String page = picks(teacher, GWEN, settings(true)).orElseThrow();
        Visitor colleague = anybody(port);
        assertThat(comes(colleague, "dolores.winterbourne@northside.example", at("/launch")))
                .contains("/");
        assertThat(colleague.open(page).statusCode()).isEqualTo(404);
        assertThat(picks(anybody(port), ZLATA, settings(true))).isEmpty();
        assertThat(picks(
                        anybody(port),
                        GWEN,
                        Map.of(
                                "deep_link_return_url",
                                "javascript:alert(1)",
                                "accept_types",
                                List.of("ltiResourceLink"))))
                .isEmpty();
        assertThat(picks(
                        anybody(port),
                        GWEN,
                        Map.of("deep_link_return_url", system.at("/picked"), "accept_types", List.of("html"))))
                .isEmpty();
    }

    @Test
    void the_result_of_one_task_is_told_to_the_system_whose_link_opens_it() {
        Viewer zlata = viewer(ZLATA);
        Viewer gwen = viewer(GWEN);
        Task task = deal();
        assertThat(comes(anybody(port), ZLATA, at("/launch/tasks/" + task.id())))
                .isPresent();
        Request request = new Request(
                DemonstrationId.next(),
                List.of(task.content().rubric().competencies().get(0)),
                Way.TASK,
                Optional.of(task.id()),
                "I am ready",
                "",
                new When.Answered(),
                gwen.person(),
                Optional.empty());
        as(gwen, () -> {
            assertThat(requests.ask(zlata, request).reasons()).isEmpty();
            assertThat(demonstrations
                            .move(gwen, request.id(), Move.ACCEPTED, "", Optional.empty())
                            .reasons())
                    .isEmpty();
            assertThat(demonstrations
                            .handIn(zlata, request.id(), "My work", "", List.of())
                            .reasons())
                    .isEmpty();
            Demonstration handedIn = demonstrations.find(gwen, request.id()).orElseThrow();
            ScoreSheet sheet = new ScoreSheet(
                    new Marks(Map.of(1, 3.0, 2, 4.0)),
                    new Feedback("Clear steps.", "", false, List.of()),
                    Depth.APPLY,
                    Context.CLASS);
            assertThat(scoring.score(gwen, handedIn.id(), sheet).reasons()).isEmpty();
            return true;
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !system.scores().isEmpty());
        assertThat(system.scores().get(0))
                .contains(
                        "subject of " + ZLATA,
                        "\"scoreGiven\":7.0",
                        "\"scoreMaximum\":8.0",
                        "\"activityProgress\":\"Completed\"",
                        "/items/1/scores?of=class");
    }

    @Test
    void what_a_system_has_not_taken_is_told_again_when_the_administrator_asks_for_it() {
        Viewer zlata = viewer(ZLATA);
        CompetencyId shown = as(zlata, () -> mastery.of(StudentId.of(zlata.person()))).values().stream()
                .filter(standing -> standing.value().isPresent())
                .findFirst()
                .orElseThrow()
                .competency();
        system.refuses(true);
        assertThat(comes(anybody(port), ZLATA, at("/launch/competencies/" + shown)))
                .isPresent();
        Visitor administrator = anybody(port);
        administrator.signIn("philippa.crane@northside.example", "northside");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> administrator.open("/integrations").body().contains("It gave no access to its grades"));
        asOwner("update exchange.lti_return set due_at = null, tries = 8 where problem <> ''");
        system.refuses(false);
        administrator.fill("/integrations", "/integrations/platforms/telling", Map.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !system.scores().isEmpty());
        assertThat(system.scores().get(0)).contains("subject of " + ZLATA);
    }
}
