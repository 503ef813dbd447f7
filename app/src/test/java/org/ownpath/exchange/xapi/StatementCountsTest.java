package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.TokenScope;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Counts over what programs sent, for programs that may read everything. */
class StatementCountsTest extends SchoolTest {

    private static final String PASSED = "http://adlnet.gov/expapi/verbs/passed";
    private static final String FAILED = "http://adlnet.gov/expapi/verbs/failed";

    @LocalServerPort
    int port;

    private Lrs game;
    private String activity;
    private String learner;

    @BeforeEach
    void whatAGameSent() {
        game = new Lrs(port, token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS), "2.0.0");
        activity = "https://game.example.org/" + UUID.randomUUID();
        learner = "learner-" + UUID.randomUUID();
        sent(PASSED, learner, "0.9");
        sent(PASSED, learner, "0.7");
        sent(PASSED, "another-" + learner, "0.8");
        sent(FAILED, learner, "0.2");
    }

    private UUID sent(String verb, String who, String scaled) {
        UUID id = UUID.randomUUID();
        String statement = Lrs.statement(
                id,
                Lrs.agent(who),
                verb,
                Lrs.activity(activity),
                ",\"result\":{\"score\":{\"scaled\":" + scaled + "}}");
        assertThat(game.post(statement).statusCode()).isEqualTo(200);
        return id;
    }

    private HttpResponse<String> asked(String token, String... parameters) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/statements/counts" + Lrs.query(parameters)))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode counted(String... parameters) {
        HttpResponse<String> answer =
                asked(token(viewer("constance.mbekihall@northside.example"), TokenScope.READ), parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StatementJson.read(answer.body());
    }

    @Test
    void statements_are_counted_by_verb_with_the_average_of_their_scores() {
        JsonNode lines =
                counted("by", "verb", "activity", activity, "scores", "true").path("lines");
        assertThat(lines.size()).isEqualTo(2);
        assertThat(lines.path(0).path("of").path("verb").asString()).isEqualTo(PASSED);
        assertThat(lines.path(0).path("statements").asInt()).isEqualTo(3);
        assertThat(lines.path(0).path("averageScore").asDouble()).isBetween(0.799, 0.801);
        assertThat(lines.path(1).path("averageScore").asDouble()).isEqualTo(0.2);
    }

    @Test
    void several_at_once_and_narrowed_by_agent_verb_and_time() {
        JsonNode lines =
                counted("by", "actor,verb,day,week", "activity", activity).path("lines");
        assertThat(lines.size()).isEqualTo(3);
        assertThat(lines.path(0).path("of").path("actor").asString()).isEqualTo("mailto:" + learner + "@example.org");
        assertThat(lines.path(0).path("of").path("day").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(lines.path(0).path("averageScore").isNumber()).isFalse();
        JsonNode narrowed = counted("agent", Lrs.agent(learner), "verb", PASSED, "activity", activity);
        assertThat(narrowed.path("lines").path(0).path("statements").asInt()).isEqualTo(2);
        assertThat(counted("activity", activity, "until", "2020-01-01T00:00:00Z")
                        .path("lines")
                        .path(0)
                        .path("statements")
                        .asInt())
                .isZero();
    }

    @Test
    void an_administrator_counts_on_a_page_by_what_was_done_in_an_activity() {
        Visitor philippa = new Visitor(port, HttpClient.Redirect.NORMAL);
        philippa.signIn("philippa.crane@northside.example", "northside");
        String page = philippa.open("/integrations/counts" + Lrs.query("by", "verb", "activity", activity))
                .body();
        assertThat(page).contains("passed", "failed", "80%", "20%");
        assertThat(page)
                .containsOnlyOnce("<option value=\"" + PASSED + "\"")
                .containsOnlyOnce("value=\"" + activity + "\" selected");
        assertThat(philippa.open("/integrations/counts" + Lrs.query("by", "week", "until", "2020-01-01"))
                        .body())
                .contains("Nothing that came fits");
    }

    @Test
    void pages_follow_one_another_and_what_was_voided_is_not_counted() {
        UUID wrong = sent(FAILED, learner, "0.1");
        String voiding = Lrs.statement(
                UUID.randomUUID(),
                Lrs.agent(learner),
                StatementCheck.VOIDED,
                "{\"objectType\":\"StatementRef\",\"id\":\"" + wrong + "\"}");
        assertThat(game.post(voiding).statusCode()).isEqualTo(200);
        JsonNode first = counted("by", "verb", "activity", activity, "limit", "1");
        assertThat(first.path("lines").size()).isEqualTo(1);
        assertThat(first.path("next").asInt()).isEqualTo(1);
        JsonNode second = counted("by", "verb", "activity", activity, "limit", "1", "from", "1");
        assertThat(second.path("lines").path(0).path("statements").asInt()).isEqualTo(1);
        assertThat(second.path("next").isNumber()).isFalse();
    }

    @Test
    void who_may_not_read_everything_counts_nothing_and_what_is_not_understood_is_refused_with_the_reason() {
        assertThat(asked(token(viewer("gwen.abernathy@northside.example"), TokenScope.READ), "by", "verb")
                        .statusCode())
                .isEqualTo(403);
        String own = token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS);
        assertThat(asked(own, "by", "verb").statusCode()).isEqualTo(403);
        String reads = token(viewer("philippa.crane@northside.example"), TokenScope.READ);
        for (String[] wrong : new String[][] {
            {"by", "mood"}, {"since", "yesterday"}, {"registration", "7"}, {"agent", "{}"}, {"limit", "-1"}
        }) {
            HttpResponse<String> answer = asked(reads, wrong);
            assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(422);
            assertThat(answer.body()).contains(wrong[0]);
        }
    }
}
