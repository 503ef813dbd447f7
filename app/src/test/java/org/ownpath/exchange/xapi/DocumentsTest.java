package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.TokenScope;
import org.springframework.boot.test.web.server.LocalServerPort;

/** States, profiles, agents and what the store says of itself, over HTTP as the specification has them. */
class DocumentsTest extends SchoolTest {

    @LocalServerPort
    int port;

    private Lrs lrs;
    private String course;
    private String[] places;

    @BeforeEach
    void aProgramAndNamesOfThisTestAlone() {
        lrs = new Lrs(
                port,
                token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS, TokenScope.READ),
                "2.0.0");
        course = "https://example.org/" + UUID.randomUUID();
        String agent = Lrs.agent("learner-" + UUID.randomUUID());
        places = new String[] {
            "/xapi/activities/state" + Lrs.query("activityId", course, "agent", agent, "stateId", "bookmark"),
            "/xapi/activities/profile" + Lrs.query("activityId", course, "profileId", "bookmark"),
            "/xapi/agents/profile" + Lrs.query("agent", agent, "profileId", "bookmark")
        };
    }

    private HttpResponse<String> read(String place) {
        return lrs.send(lrs.to(place).GET());
    }

    private HttpResponse<String> write(String method, String place, String content, String... headers) {
        HttpRequest.Builder request = lrs.to(place).method(method, HttpRequest.BodyPublishers.ofString(content));
        return lrs.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void a_document_is_kept_given_back_and_deleted() {
        for (String place : places) {
            assertThat(read(place).statusCode()).as(place).isEqualTo(404);
            assertThat(write("PUT", place, "{\"page\": 3}", "If-None-Match", "*")
                            .statusCode())
                    .as(place)
                    .isEqualTo(204);
            HttpResponse<String> answer = read(place);
            assertThat(answer.body()).isEqualTo("{\"page\": 3}");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            assertThat(etag(answer)).matches("\"[0-9a-f]{40}\"");
            assertThat(read(place.replaceAll("&?(stateId|profileId)=bookmark", ""))
                            .body())
                    .isEqualTo("[\"bookmark\"]");
            assertThat(write("DELETE", place, "").statusCode()).isEqualTo(204);
            assertThat(read(place).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void of_two_who_change_a_document_at_once_the_second_is_told() {
        for (String place : places) {
            write("PUT", place, "{\"page\": 3}", "If-None-Match", "*");
            String first = etag(read(place));
            assertThat(write("PUT", place, "{\"page\": 4}", "If-Match", first).statusCode())
                    .as(place)
                    .isEqualTo(204);
            assertThat(write("PUT", place, "{\"page\": 5}", "If-Match", first).statusCode())
                    .isEqualTo(412);
            assertThat(write("PUT", place, "{\"page\": 5}", "If-None-Match", "*")
                            .statusCode())
                    .isEqualTo(412);
            assertThat(write("PUT", place, "{\"page\": 5}").statusCode()).isEqualTo(409);
            assertThat(write("POST", place, "{\"page\": 5}", "If-Match", first).statusCode())
                    .isEqualTo(412);
            assertThat(write("DELETE", place, "", "If-Match", first).statusCode())
                    .isEqualTo(412);
            assertThat(read(place).body()).isEqualTo("{\"page\": 4}");
            assertThat(write("DELETE", place, "", "If-Match", etag(read(place))).statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void in_1_0_3_a_state_is_replaced_without_asking_and_a_profile_is_not() {
        lrs = lrs.speaking("1.0.3");
        for (String place : places) {
            write("PUT", place, "{\"page\": 3}", "If-None-Match", "*");
            assertThat(write("PUT", place, "{\"page\": 4}").statusCode())
                    .as(place)
                    .isEqualTo(place.contains("state") ? 204 : 409);
        }
    }

    @Test
    void json_objects_are_put_together_by_their_names_and_nothing_else_is() {
        for (String place : places) {
            assertThat(write("POST", place, "{\"page\": 3, \"sound\": true}").statusCode())
                    .isEqualTo(204);
            assertThat(write("POST", place, "{\"page\": 4}").statusCode()).isEqualTo(204);
            assertThat(StatementJson.read(read(place).body()))
                    .isEqualTo(StatementJson.read("{\"page\": 4, \"sound\": true}"));
            assertThat(write("POST", place, "[1]").statusCode()).isEqualTo(400);
            assertThat(write("POST", place, "{\"page\"").statusCode()).isEqualTo(400);
            HttpRequest.Builder text = lrs.to(place)
                    .setHeader("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("page 5"));
            assertThat(lrs.send(text).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void states_of_one_registration_are_apart_and_all_are_deleted_at_once() {
        String registered = places[0] + "&registration=" + UUID.randomUUID();
        write("POST", places[0], "{\"page\": 1}");
        write("POST", registered, "{\"page\": 2}");
        assertThat(read(places[0]).body()).contains("1");
        assertThat(read(registered).body()).contains("2");
        String all = places[0].replaceAll("&stateId=bookmark", "");
        assertThat(read(all + "&since=2999-01-01T00:00:00Z").body()).isEqualTo("[]");
        assertThat(write("DELETE", all, "").statusCode()).isEqualTo(204);
        assertThat(read(all).body()).isEqualTo("[]");
        assertThat(read(registered).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_missing_or_wrong_in_the_address_is_refused() {
        for (String place : places) {
            assertThat(read(place + "&mood=good").statusCode()).as(place).isEqualTo(400);
            assertThat(read(place.replaceAll("activityId=[^&]*", "activityId=course"))
                            .statusCode())
                    .isIn(400, 404);
            assertThat(read(place.replaceAll("agent=[^&]*", "agent=%7B%7D")).statusCode())
                    .isIn(400, 404);
            assertThat(write("PUT", place.replaceAll("&?(stateId|profileId)=bookmark", ""), "{}")
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(write("DELETE", places[1].replaceAll("&?profileId=bookmark", ""), "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void documents_of_another_district_are_not_here() {
        write("POST", places[0], "{\"page\": 1}");
        Lrs southfield = new Lrs(
                port,
                token(viewer("irene.castellan@southfield.example"), TokenScope.STATEMENTS, TokenScope.READ),
                "2.0.0");
        assertThat(southfield.send(southfield.to(places[0]).GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void the_store_tells_its_versions_and_who_an_agent_is() {
        assertThat(read("/xapi/about").body()).contains("2.0.0", "1.0.3");
        String person =
                read("/xapi/agents" + Lrs.query("agent", Lrs.agent("maya"))).body();
        assertThat(person).contains("\"Person\"", "[\"mailto:maya@example.org\"]");
        assertThat(read("/xapi/agents").statusCode()).isEqualTo(400);
        assertThat(read("/xapi/activities").statusCode()).isEqualTo(400);
        assertThat(lrs.send(lrs.to("/xapi/about").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }
}
