package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Role;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Programs record and read over HTTP, with a token, exactly as the person may whom they speak for. */
class ApiTest extends SchoolTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LEO = "leo.martinez@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    Frameworks frameworks;

    private String token(String signInName) {
        return token(viewer(signInName));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(String token, String path, String json) {
        return send(to(path, token).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String code() {
        Viewer leo = viewer(LEO);
        List<Competency> mathematics = as(leo, () -> frameworks.curriculum().ofSubject("Mathematics"));
        return mathematics.get(mathematics.size() - 1).code().orElseThrow();
    }

    private static String piece(UUID id, String student, String competency, String rating) {
        return """
                {"id": "%s", "shownAt": "2026-03-02T10:15:00Z", "form": "performance_task", "task": "A model of a bridge",
                 "ratings": [{"student": "%s", "competency": "%s", "rating": %s}]}""".formatted(id, student, competency, rating);
    }

    @Test
    void a_piece_is_stored_once_and_its_judgement_is_there_at_once() {
        String token = token("philippa.crane@northside.example");
        UUID id = UUID.randomUUID();
        assertThat(post(token, "/api/v1/evidence", piece(id, LEO, code(), "3")).statusCode())
                .isEqualTo(201);
        HttpResponse<String> again = post(token, "/api/v1/evidence", piece(id, LEO, code(), "3"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("already_stored");
        assertThat(post(token, "/api/v1/evidence", piece(id, LEO, code(), "4")).statusCode())
                .isEqualTo(409);
        String mastery = send(to("/api/v1/students/" + viewer(LEO).person() + "/mastery", token)
                        .GET())
                .body();
        assertThat(mastery).contains("\"code\":\"" + code() + "\"");
        assertThat(post(token, "/api/v1/evidence/" + id + "/withdrawal", "{\"reason\": \"Sent by mistake\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_cannot_be_taken_is_refused_with_every_reason() {
        HttpResponse<String> refused = post(token("philippa.crane@northside.example"), "/api/v1/evidence", """
                {"id": "7", "shownAt": "yesterday", "form": "essay",
                 "ratings": [{"student": "nobody", "competency": "NONE", "rating": 3}]}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "id: '7'", "shownAt: 'yesterday'", "performance_task", "'nobody' is not on the roster", "NONE");
    }

    @Test
    void a_program_may_do_what_its_person_may_and_no_more() {
        UUID id = UUID.randomUUID();
        assertThat(post("own_wrong", "/api/v1/evidence", piece(id, LEO, code(), "3"))
                        .statusCode())
                .isEqualTo(401);
        String leo = viewer(LEO).person().toString();
        String student = token("maya.okafor@northside.example");
        assertThat(post(student, "/api/v1/evidence", piece(id, leo, code(), "3"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(to("/api/v1/students/" + leo + "/mastery", student).GET())
                        .statusCode())
                .isEqualTo(403);
        String elsewhere = token("irene.castellan@southfield.example");
        assertThat(post(elsewhere, "/api/v1/evidence", piece(id, leo, code(), "3"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(to("/api/v1/students/" + leo + "/mastery", elsewhere).GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_token_that_was_ended_opens_nothing() {
        Viewer registrar = viewer("philippa.crane@northside.example");
        String token = token("philippa.crane@northside.example");
        as(registrar, () -> {
            tokens.of(registrar).forEach(each -> tokens.revoke(registrar, each.id()));
            return true;
        });
        assertThat(post(token, "/api/v1/evidence", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void the_interface_is_described_in_open_api() {
        HttpResponse<String> description =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi/v1.json")));
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("/api/v1/evidence", "/api/v1/students/{student}/mastery", "shownAt");
    }

    @Test
    void a_token_does_what_it_was_made_for_and_no_more() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        String reads = token(philippa, TokenScope.READ);
        String records = token(philippa, TokenScope.RECORD);
        String mastery = "/api/v1/students/" + viewer(LEO).person() + "/mastery";
        assertThat(send(to(mastery, reads).GET()).statusCode()).isEqualTo(200);
        assertThat(post(reads, "/api/v1/evidence", piece(UUID.randomUUID(), LEO, code(), "3"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(records, "/api/v1/evidence", piece(UUID.randomUUID(), LEO, code(), "3"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(to(mastery, records).GET()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_works_until_its_last_day() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        String token = token(philippa);
        String mastery = "/api/v1/students/" + viewer(LEO).person() + "/mastery";
        assertThat(send(to(mastery, token).GET()).statusCode()).isEqualTo(200);
        asOwner("update access.api_token set expires_at = now() - interval '1 second' where id = "
                + "(select id from access.api_token order by created_at desc limit 1)");
        assertThat(send(to(mastery, token).GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_of_its_own_is_kept_by_administrators_and_ended_by_any_of_them() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        Tokens.Wish wish = new Tokens.Wish("Bus timetable", Set.of(TokenScope.READ), 30);
        String token =
                ((Tokens.Issued.Done) as(philippa, () -> tokens.issueToProgram(philippa, wish, Role.LEADER))).token();
        String mastery = "/api/v1/students/" + viewer(LEO).person() + "/mastery";
        assertThat(send(to(mastery, token).GET()).statusCode()).isEqualTo(200);
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        UUID id = as(philippa, () -> tokens.ofPrograms(philippa)).stream()
                .filter(each -> each.name().equals(wish.name()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(as(gwen, () -> tokens.revoke(gwen, id))).isFalse();
        assertThat(as(philippa, () -> tokens.revoke(philippa, id))).isTrue();
        assertThat(send(to(mastery, token).GET()).statusCode()).isEqualTo(401);
    }
}
