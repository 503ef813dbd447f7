package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.TokenScope;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Statements over HTTP as the specification has them. */
class StatementsTest extends SchoolTest {

    private static final String DID = "http://adlnet.gov/expapi/verbs/completed";
    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    @LocalServerPort
    int port;

    private Lrs lrs;
    private String name;
    private String course;

    @BeforeEach
    void aProgramAndNamesOfThisTestAlone() {
        lrs = program("philippa.crane@northside.example", TokenScope.STATEMENTS, TokenScope.READ);
        name = "learner-" + UUID.randomUUID();
        course = "https://example.org/" + UUID.randomUUID();
    }

    private Lrs program(String speaksFor, TokenScope... scopes) {
        return new Lrs(port, token(viewer(speaksFor), scopes), "2.0.0");
    }

    private String did(UUID id) {
        return Lrs.statement(id, Lrs.agent(name), DID, Lrs.activity(course));
    }

    private List<UUID> kept(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            assertThat(lrs.post(did(id)).statusCode()).isEqualTo(200);
            ids.add(id);
        }
        return ids;
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static List<UUID> newestFirst(List<UUID> ids) {
        List<UUID> reversed = new ArrayList<>(ids);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void a_statement_is_kept_once_under_its_id_and_given_back_with_what_the_store_adds() {
        UUID id = UUID.randomUUID();
        assertThat(lrs.put(id, did(id)).statusCode()).isEqualTo(204);
        assertThat(lrs.put(id, did(id)).statusCode()).as("the same again").isEqualTo(204);
        HttpResponse<String> other = lrs.put(id, Lrs.statement(id, Lrs.agent("another"), DID, Lrs.activity(course)));
        assertThat(other.statusCode()).isEqualTo(409);
        HttpResponse<String> answer = lrs.get("statementId", id.toString());
        JsonNode statement = Lrs.json(answer);
        assertThat(answer.headers().firstValue("X-Experience-API-Version")).hasValue("2.0.0");
        assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
        assertThat(statement.path("actor").path("mbox").asString()).isEqualTo("mailto:" + name + "@example.org");
        assertThat(statement.propertyNames()).contains("id", "stored", "timestamp", "authority", "version");
        assertThat(statement.path("authority").path("account").path("name").asString())
                .isEqualTo(viewer("philippa.crane@northside.example").account().toString());
        Instant consistent = Instant.parse(answer.headers()
                .firstValue("X-Experience-API-Consistent-Through")
                .orElseThrow());
        assertThat(consistent)
                .isAfterOrEqualTo(Instant.parse(statement.path("stored").asString()));
    }

    @Test
    void ids_are_answered_in_the_order_of_the_batch_and_made_where_none_was_sent() {
        UUID id = UUID.randomUUID();
        String without = did(id).replace("\"id\":\"" + id + "\",", "");
        HttpResponse<String> answer = lrs.post("[" + without + "," + did(id) + "]");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode ids = Lrs.json(answer);
        assertThat(ids.size()).isEqualTo(2);
        assertThat(ids.get(1).asString()).isEqualTo(id.toString());
        assertThat(lrs.get("statementId", ids.get(0).asString()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_batch_is_kept_whole_or_not_at_all() {
        UUID taken = kept(1).get(0);
        UUID fresh = UUID.randomUUID();
        String otherwise = Lrs.statement(taken, Lrs.agent("another"), DID, Lrs.activity(course));
        assertThat(lrs.post("[" + did(fresh) + "," + otherwise + "]").statusCode())
                .isEqualTo(409);
        assertThat(lrs.post("[" + did(fresh) + ",{\"actor\":1}]").statusCode()).isEqualTo(400);
        assertThat(lrs.post("[" + did(fresh) + "," + did(fresh) + "]").statusCode())
                .isEqualTo(400);
        assertThat(lrs.get("statementId", fresh.toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void statements_are_found_by_agent_verb_activity_registration_and_time() {
        UUID registration = UUID.randomUUID();
        List<UUID> ids = kept(3);
        UUID registered = UUID.randomUUID();
        String verb = "https://example.org/verbs/" + UUID.randomUUID();
        lrs.post(Lrs.statement(
                registered,
                Lrs.agent(name),
                verb,
                Lrs.activity(course),
                ",\"context\":{\"registration\":\"" + registration + "\"}"));
        List<UUID> all = new ArrayList<>(ids);
        all.add(registered);
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name)))).isEqualTo(texts(newestFirst(all)));
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name), "ascending", "true")))
                .isEqualTo(texts(all));
        assertThat(Lrs.ids(lrs.get("activity", course))).isEqualTo(texts(newestFirst(all)));
        assertThat(Lrs.ids(lrs.get("activity", course, "verb", verb))).containsExactly(registered.toString());
        assertThat(Lrs.ids(lrs.get("verb", verb))).containsExactly(registered.toString());
        assertThat(Lrs.ids(lrs.get("registration", registration.toString(), "agent", Lrs.agent(name))))
                .containsExactly(registered.toString());
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name), "limit", "2"))).hasSize(2);
        String second = Lrs.json(lrs.get("statementId", ids.get(1).toString()))
                .path("stored")
                .asString();
        assertThat(Lrs.ids(lrs.get("activity", course, "since", second)))
                .containsExactly(registered.toString(), ids.get(2).toString());
        assertThat(Lrs.ids(lrs.get("activity", course, "until", second)))
                .containsExactly(ids.get(1).toString(), ids.get(0).toString());
    }

    @Test
    void whoever_is_only_related_is_found_when_that_is_asked_for() {
        UUID id = UUID.randomUUID();
        String coach = Lrs.agent("coach-" + name);
        String parent = course + "/parent";
        lrs.post(Lrs.statement(
                id,
                Lrs.agent(name),
                DID,
                Lrs.activity(course),
                ",\"context\":{\"instructor\":" + coach + ",\"contextActivities\":{\"parent\":" + Lrs.activity(parent)
                        + "}}"));
        assertThat(Lrs.ids(lrs.get("agent", coach))).isEmpty();
        assertThat(Lrs.ids(lrs.get("agent", coach, "related_agents", "true"))).containsExactly(id.toString());
        assertThat(Lrs.ids(lrs.get("activity", parent))).isEmpty();
        assertThat(Lrs.ids(lrs.get("activity", parent, "related_activities", "true")))
                .containsExactly(id.toString());
        JsonNode context = Lrs.json(lrs.get("statementId", id.toString())).path("context");
        assertThat(context.path("contextActivities").path("parent").isArray()).isTrue();
        String authority = Lrs.json(lrs.get("statementId", id.toString()))
                .path("authority")
                .toString();
        assertThat(Lrs.ids(lrs.get("agent", authority, "related_agents", "true", "activity", course)))
                .containsExactly(id.toString());
    }

    @Test
    void members_of_a_group_are_found_by_what_the_group_did() {
        UUID id = UUID.randomUUID();
        String group = "{\"objectType\":\"Group\",\"member\":[" + Lrs.agent(name) + "," + Lrs.agent("b") + "]}";
        lrs.post(Lrs.statement(id, group, DID, Lrs.activity(course)));
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name)))).containsExactly(id.toString());
    }

    @Test
    void whatever_refers_to_a_statement_is_found_by_what_that_names_whichever_came_first() {
        UUID target = UUID.randomUUID();
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        UUID chained = UUID.randomUUID();
        String said = "https://example.org/verbs/commented";
        lrs.post(Lrs.statement(chained, Lrs.agent("critic"), said, reference(before)));
        lrs.post(Lrs.statement(before, Lrs.agent("critic"), said, reference(target)));
        lrs.post(did(target));
        lrs.post(Lrs.statement(after, Lrs.agent("critic"), said, reference(target)));
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name), "activity", course, "verb", DID)))
                .containsExactlyInAnyOrderElementsOf(texts(List.of(target, before, after, chained)));
    }

    private static String reference(UUID id) {
        return "{\"objectType\":\"StatementRef\",\"id\":\"" + id + "\"}";
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_while_others_send() {
        List<UUID> ids = kept(5);
        List<String> read = new ArrayList<>();
        HttpResponse<String> page = lrs.get("agent", Lrs.agent(name), "limit", "2");
        while (true) {
            read.addAll(Lrs.ids(page));
            String more = Lrs.json(page).path("more").asString();
            if (more.isEmpty()) {
                break;
            }
            kept(1);
            page = lrs.follow(more);
        }
        assertThat(read).isEqualTo(texts(newestFirst(ids)));
        assertThat(lrs.get("more", "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void what_was_voided_is_given_back_only_to_whoever_asks_for_it_as_voided() {
        UUID target = kept(1).get(0);
        UUID voiding = UUID.randomUUID();
        assertThat(lrs.post(Lrs.statement(voiding, Lrs.agent(name), VOIDED, reference(target)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(lrs.get("statementId", target.toString()).statusCode()).isEqualTo(404);
        assertThat(lrs.get("voidedStatementId", target.toString()).statusCode()).isEqualTo(200);
        assertThat(lrs.get("voidedStatementId", voiding.toString()).statusCode())
                .isEqualTo(404);
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name)))).containsExactly(voiding.toString());
    }

    @Test
    void a_statement_can_be_voided_before_it_comes_and_what_voids_cannot_be_voided() {
        UUID late = UUID.randomUUID();
        UUID voiding = UUID.randomUUID();
        lrs.post(Lrs.statement(voiding, Lrs.agent(name), VOIDED, reference(late)));
        lrs.post(did(late));
        assertThat(lrs.get("statementId", late.toString()).statusCode()).isEqualTo(404);
        lrs.post(Lrs.statement(UUID.randomUUID(), Lrs.agent(name), VOIDED, reference(voiding)));
        assertThat(lrs.get("statementId", voiding.toString()).statusCode()).isEqualTo(200);
        assertThat(lrs.get("statementId", late.toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_program_that_may_not_read_everything_reads_and_voids_its_own_alone() {
        UUID ours = kept(1).get(0);
        Lrs game = program("constance.mbekihall@northside.example", TokenScope.STATEMENTS);
        UUID own = UUID.randomUUID();
        game.post(did(own));
        assertThat(Lrs.ids(game.get("agent", Lrs.agent(name)))).containsExactly(own.toString());
        assertThat(game.get("statementId", ours.toString()).statusCode()).isEqualTo(404);
        assertThat(Lrs.ids(game.get("activity", course))).containsExactly(own.toString());
        assertThat(game.post(Lrs.statement(UUID.randomUUID(), Lrs.agent(name), VOIDED, reference(ours)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Lrs.ids(lrs.get("agent", Lrs.agent(name)))).hasSize(2);
    }

    @Test
    void no_program_of_another_district_or_without_the_right_token_reads_or_writes() {
        UUID ours = kept(1).get(0);
        Lrs southfield = program("irene.castellan@southfield.example", TokenScope.STATEMENTS, TokenScope.READ);
        assertThat(southfield.get("statementId", ours.toString()).statusCode()).isEqualTo(404);
        assertThat(Lrs.ids(southfield.get("activity", course))).isEmpty();
        assertThat(southfield.post(did(ours)).statusCode())
                .as("an id of its own")
                .isEqualTo(200);
        Lrs reads = program("philippa.crane@northside.example", TokenScope.READ, TokenScope.RECORD);
        assertThat(reads.get().statusCode()).isEqualTo(403);
        assertThat(new Lrs(port, "own_wrong", "2.0.0").get().statusCode()).isEqualTo(401);
        Lrs teacher = program("gwen.abernathy@northside.example", TokenScope.STATEMENTS, TokenScope.READ);
        assertThat(teacher.get().statusCode()).isEqualTo(403);
    }

    @Test
    void a_request_that_the_specification_forbids_is_refused_with_its_status_and_nothing_is_kept() {
        UUID id = kept(1).get(0);
        Map<String, Integer> answered = new TreeMap<>();
        answered.put("an unknown parameter", lrs.get("mood", "good").statusCode());
        answered.put(
                "a parameter in another case", lrs.get("Agent", Lrs.agent(name)).statusCode());
        answered.put(
                "two ids",
                lrs.get("statementId", "" + id, "voidedStatementId", "" + id).statusCode());
        answered.put(
                "an id with a filter",
                lrs.get("statementId", "" + id, "verb", DID).statusCode());
        answered.put("an id that is none", lrs.get("statementId", "7").statusCode());
        answered.put(
                "an agent that is none", lrs.get("agent", "{\"name\":\"x\"}").statusCode());
        answered.put("a verb that is none", lrs.get("verb", "completed").statusCode());
        answered.put("a limit below 0", lrs.get("limit", "-1").statusCode());
        answered.put("a flag that is none", lrs.get("ascending", "yes").statusCode());
        answered.put("a format that is none", lrs.get("format", "short").statusCode());
        answered.put("a moment that is none", lrs.get("since", "yesterday").statusCode());
        answered.put("another version", lrs.speaking("0.95").get().statusCode());
        answered.put(
                "another id in the body", lrs.put(UUID.randomUUID(), did(id)).statusCode());
        answered.put("an array by PUT", lrs.put(id, "[" + did(id) + "]").statusCode());
        answered.put(
                "an id by POST",
                lrs.send(lrs.to("/xapi/statements?statementId=" + id)
                                .POST(HttpRequest.BodyPublishers.ofString(did(id))))
                        .statusCode());
        answered.put("no JSON", lrs.post("{\"actor\":").statusCode());
        answered.put(
                "another content type",
                lrs.send(lrs.to("/xapi/statements")
                                .setHeader("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString(did(UUID.randomUUID()))))
                        .statusCode());
        answered.put("a deep nest", lrs.post("[".repeat(50_000)).statusCode());
        assertThat(answered.values()).as(answered.toString()).containsOnly(400);
        assertThat(lrs.post("[" + "\"x\",".repeat(5_000_000) + "1]").statusCode())
                .isEqualTo(413);
        assertThat(Lrs.ids(lrs.get("activity", course))).hasSize(1);
    }

    @Test
    void a_request_without_a_version_is_refused_and_1_0_3_is_answered_in_1_0_3() {
        HttpResponse<String> without =
                lrs.send(HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/xapi/statements"))
                        .header(
                                "Authorization",
                                Lrs.basic(token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS)))
                        .GET());
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("X-Experience-API-Version");
        HttpResponse<String> old = lrs.speaking("1.0").get("limit", "1");
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.headers().firstValue("X-Experience-API-Version")).hasValue("1.0.3");
    }

    @Test
    void a_form_stands_for_a_request_in_1_0_3_and_in_2_0_no_more() {
        UUID id = UUID.randomUUID();
        Map<String, String> fields = Map.of(
                "statementId", id.toString(),
                "content", did(id),
                "Content-Type", "application/json",
                "X-Experience-API-Version", "1.0.3",
                "Authorization", Lrs.basic(token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS)));
        assertThat(lrs.send(form("PUT", fields)).statusCode()).isEqualTo(204);
        assertThat(lrs.get("statementId", id.toString()).statusCode()).isEqualTo(200);
        Map<String, String> read = new TreeMap<>(fields);
        read.remove("content");
        assertThat(lrs.send(form("GET", read)).body()).contains(id.toString());
        read.put("X-Experience-API-Version", "2.0.0");
        assertThat(lrs.send(form("GET", read)).statusCode()).isEqualTo(400);
        read.put("X-Experience-API-Version", "1.0.3");
        assertThat(lrs.send(form("GET&limit=1", read)).statusCode()).isEqualTo(400);
        assertThat(lrs.send(form("BREW", read)).statusCode()).isEqualTo(400);
    }

    private HttpRequest.Builder form(String method, Map<String, String> fields) {
        return HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + port + "/xapi/statements?method=" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Lrs.form(fields)));
    }

    @Test
    void a_statement_is_told_by_identifiers_alone_or_in_one_language_with_all_that_is_known_of_the_activity() {
        UUID id = UUID.randomUUID();
        String object =
                "{\"id\":\"" + course + "\",\"definition\":{\"name\":{\"en\":\"Fractions\",\"es\":\"Fracciones\"}}}";
        String type =
                "{\"id\":\"" + course + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}";
        String named = "{\"name\":\"Maya\",\"mbox\":\"mailto:" + name + "@example.org\"}";
        lrs.post(Lrs.statement(id, named, DID, object));
        lrs.post(Lrs.statement(UUID.randomUUID(), named, DID, type));
        JsonNode ids = Lrs.json(lrs.get("statementId", id.toString(), "format", "ids"));
        assertThat(ids.path("actor").has("name")).isFalse();
        assertThat(ids.path("object").has("definition")).isFalse();
        HttpResponse<String> canonical = lrs.send(
                lrs.to("/xapi/statements?format=canonical&statementId=" + id).header("Accept-Language", "es"));
        JsonNode definition = Lrs.json(canonical).path("object").path("definition");
        assertThat(definition.path("name").toString()).isEqualTo("{\"es\":\"Fracciones\"}");
        assertThat(definition.path("type").asString()).endsWith("course");
        JsonNode exact = Lrs.json(lrs.get("statementId", id.toString()));
        assertThat(exact.path("object").path("definition").has("type")).isFalse();
        JsonNode activity = Lrs.json(lrs.send(lrs.to("/xapi/activities" + Lrs.query("activityId", course))));
        assertThat(activity.path("definition").path("name").size()).isEqualTo(2);
    }

    @Test
    void what_is_attached_comes_back_byte_by_byte_and_only_as_it_was_said_to_be() {
        byte[] picture = {0, 1, 2, '\r', '\n', '-', '-', 3};
        String sha2 = Multipart.sha256(picture);
        UUID id = UUID.randomUUID();
        String attached = ",\"attachments\":[{\"usageType\":\"https://example.org/work\",\"display\":{\"en\":\"Work\"},"
                + "\"contentType\":\"image/x-test\",\"length\":8,\"sha2\":\"" + sha2 + "\"}]";
        String statement = Lrs.statement(id, Lrs.agent(name), DID, Lrs.activity(course), attached);
        assertThat(lrs.post(statement).statusCode()).as("without its content").isEqualTo(400);
        assertThat(lrs.send(multipart(did(id), sha2, picture)).statusCode())
                .as("that no statement names")
                .isEqualTo(400);
        assertThat(lrs.send(multipart(statement, Multipart.sha256(new byte[0]), picture))
                        .statusCode())
                .as("with another hash than it has")
                .isEqualTo(400);
        assertThat(lrs.get("statementId", id.toString()).statusCode()).isEqualTo(404);
        assertThat(lrs.send(multipart(statement, sha2, picture)).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> answer = lrs.send(
                lrs.to("/xapi/statements?attachments=true&statementId=" + id), HttpResponse.BodyHandlers.ofByteArray());
        Multipart read =
                Multipart.read(answer.headers().firstValue("Content-Type").orElseThrow(), answer.body());
        assertThat(read.attachments()).containsOnlyKeys(sha2);
        assertThat(read.attachments().get(sha2)).isEqualTo(picture);
    }

    private HttpRequest.Builder multipart(String json, String sha2, byte[] content) {
        Multipart.Writing body = new Multipart.Writing().json(json).attachment("image/x-test", sha2, content);
        return lrs.to("/xapi/statements")
                .setHeader("Content-Type", body.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.done()));
    }

    @Test
    void a_signed_statement_is_taken_only_when_what_was_signed_is_what_was_sent() throws GeneralSecurityException {
        UUID id = UUID.randomUUID();
        assertThat(lrs.send(signed(did(id), did(UUID.randomUUID()))).statusCode())
                .isEqualTo(400);
        assertThat(lrs.send(signed(did(id), "\"nothing\"")).statusCode()).isEqualTo(400);
        assertThat(lrs.send(signed(did(id), did(id))).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder signed(String statement, String payload) throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String content = base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        byte[] jws = (content + "." + base64.encodeToString(signature.sign())).getBytes(StandardCharsets.US_ASCII);
        String attached = ",\"attachments\":[{\"usageType\":\"http://adlnet.gov/expapi/attachments/signature\","
                + "\"display\":{\"en\":\"Signature\"},\"contentType\":\"application/octet-stream\",\"length\":"
                + jws.length + ",\"sha2\":\"" + Multipart.sha256(jws) + "\"}]}";
        return multipart(statement.substring(0, statement.length() - 1) + attached, Multipart.sha256(jws), jws);
    }

    @Test
    void two_who_send_the_same_at_once_have_it_kept_once() {
        UUID id = UUID.randomUUID();
        Set<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> lrs.post(did(id)).statusCode())
                .collect(java.util.stream.Collectors.toSet());
        assertThat(answers).containsExactly(200);
        assertThat(Lrs.ids(lrs.get("activity", course))).hasSize(1);
    }
}
