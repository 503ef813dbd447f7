package org.ownpath.exchange.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.NodeProgram;
import org.ownpath.SchoolTest;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.exchange.ImportRequest;
import org.ownpath.exchange.Imports;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Other systems are told, signed, once, and until it arrives. */
class WebhooksTest extends SchoolTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Checks signatures by standardwebhooks from npm, the library of the standard's authors. */
    private static final NodeProgram VERIFIER = new NodeProgram("node-standards", "standards.mjs", "standardwebhooks");

    @Autowired
    Webhooks webhooks;

    @Autowired
    Happenings happenings;

    @Autowired
    Deliveries deliveries;

    @Autowired
    WebhookRows rows;

    @Autowired
    Ledger ledger;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Mastery mastery;

    @Autowired
    Roster roster;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient database;

    private record Message(Map<String, String> headers, String body) {}

    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer other;

    @BeforeEach
    void open() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Message(headers, body));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void close() {
        other.stop(0);
        Viewer irene = irene();
        as(irene, () -> {
            webhooks.all(irene).forEach(webhook -> webhooks.end(irene, webhook.id()));
            return irene;
        });
    }

    private Viewer irene() {
        return viewer("irene.castellan@southfield.example");
    }

    private Adding.Added told(WebhookEvent... events) {
        Viewer irene = irene();
        String address = "http://localhost:" + other.getAddress().getPort() + "/hook";
        return (Adding.Added) as(irene, () -> webhooks.add(irene, address, Set.of(events)));
    }

    private void record(PieceId piece, StudentId student, Competency competency) {
        Viewer irene = irene();
        Outcome outcome = as(irene, () -> ledger.record(irene, observation(irene, piece, student, competency)));
        assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
    }

    private Observation observation(Viewer irene, PieceId piece, StudentId student, Competency competency) {
        return new Observation(
                piece,
                new Observation.Nature(Form.TEST, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                irene.person(),
                Instant.now().minusSeconds(60),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(
                        student,
                        competency.id(),
                        Result.rated(frameworks.curriculum().scaleOf(competency).highest()))));
    }

    private void send() {
        as(irene(), () -> {
            happenings.lookAtSome();
            deliveries.send();
            return received;
        });
    }

    private List<Message> of(WebhookEvent event) {
        return received.stream()
                .filter(message -> message.body().contains("\"type\":\"" + event.code() + "\""))
                .toList();
    }

    @Test
    void evidence_and_the_mastery_that_it_reaches_are_told_once_by_ids_only() {
        Viewer irene = irene();
        told(WebhookEvent.EVIDENCE_RECORDED, WebhookEvent.MASTERY_REACHED);
        StudentId student = as(irene, () -> roster.students().get(0).student());
        Competency competency = as(irene, () -> {
            Set<CompetencyId> known = mastery.of(student).keySet();
            return frameworks.curriculum().inUse().stream()
                    .filter(each -> !known.contains(each.id()))
                    .findFirst()
                    .orElseThrow();
        });
        PieceId piece = PieceId.next();
        record(piece, student, competency);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(of(WebhookEvent.EVIDENCE_RECORDED)).isNotEmpty();
        });
        send();
        assertThat(of(WebhookEvent.EVIDENCE_RECORDED)).hasSize(1);
        JsonNode data =
                JSON.readTree(of(WebhookEvent.EVIDENCE_RECORDED).get(0).body()).path("data");
        assertThat(data.path("piece").asString("")).isEqualTo(piece.toString());
        assertThat(data.path("student").asString("")).isEqualTo(student.toString());
        assertThat(data.size()).isEqualTo(3);
        PieceId second = PieceId.next();
        record(second, student, competency);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(of(WebhookEvent.MASTERY_REACHED)).hasSize(1);
        });
        assertThat(of(WebhookEvent.EVIDENCE_RECORDED)).as("each piece once").hasSize(2);
    }

    @Test
    void a_message_is_signed_so_that_the_public_library_of_the_standard_takes_it_and_nothing_that_was_changed()
            throws Exception {
        Adding.Added added = told(WebhookEvent.IMPORT_FINISHED);
        as(irene(), () -> {
            webhooks.test(irene(), added.id());
            return added;
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(received).hasSize(1);
        });
        Message message = received.get(0);
        ObjectNode question = JSON.createObjectNode();
        question.put("secret", added.secret());
        ArrayNode messages = question.putArray("messages");
        messages.add(asJson(message.headers(), message.body()));
        messages.add(asJson(message.headers(), message.body().replace("test", "best")));
        Map<String, String> older = new HashMap<>(message.headers());
        older.put(
                "webhook-timestamp",
                String.valueOf(Instant.now().minusSeconds(3600).getEpochSecond()));
        messages.add(asJson(older, message.body()));
        String told = VERIFIER.run(question.toString()).strip();
        assertThat(told.substring(told.lastIndexOf('\n') + 1)).isEqualTo("[true,false,false]");
    }

    private static ObjectNode asJson(Map<String, String> headers, String body) {
        ObjectNode message = JSON.createObjectNode();
        message.put("body", body);
        ObjectNode told = message.putObject("headers");
        headers.forEach(told::put);
        return message;
    }

    @Test
    void what_does_not_arrive_is_tried_again_later_and_can_be_sent_again_by_hand() {
        Viewer irene = irene();
        Adding.Added added = told(WebhookEvent.IMPORT_FINISHED);
        answer = 500;
        as(irene, () -> {
            webhooks.test(irene, added.id());
            return added;
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(as(irene, () -> webhooks.deliveries(irene, added.id()).get(0))
                            .tries())
                    .isPositive();
        });
        Delivery failed = as(irene, () -> webhooks.deliveries(irene, added.id()).get(0));
        assertThat(failed.words()).isEqualTo("Failed, is tried again");
        assertThat(failed.lastAnswer()).contains("status 500");
        assertThat(as(irene, () -> webhooks.webhook(irene, added.id()).orElseThrow())
                        .failingSince())
                .isPresent();
        answer = 200;
        as(irene, () -> {
            webhooks.sendAgain(irene, added.id(), failed.id());
            return failed;
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(as(irene, () -> webhooks.deliveries(irene, added.id()).get(0))
                            .words())
                    .isEqualTo("Arrived");
        });
        assertThat(as(irene, () -> webhooks.webhook(irene, added.id()).orElseThrow())
                        .failingSince())
                .isEmpty();
        assertThat(new ArrayList<>(received)
                        .stream()
                                .map(message -> message.headers().get("webhook-id"))
                                .distinct())
                .hasSize(1);
    }

    @Test
    void a_system_to_which_nothing_has_arrived_for_five_days_is_stopped_until_somebody_begins_again() {
        Viewer irene = irene();
        Adding.Added added = told(WebhookEvent.IMPORT_FINISHED);
        answer = 503;
        as(
                irene,
                () -> database.sql("update exchange.webhook set failing_since = now() - interval '6 days' where id = ?")
                        .param(added.id().value())
                        .update());
        as(irene, () -> {
            webhooks.test(irene, added.id());
            return added;
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(as(irene, () -> webhooks.webhook(irene, added.id()).orElseThrow())
                            .stoppedAt())
                    .isPresent();
        });
        assertThat(as(irene, () -> database.sql("""
                        select to_address || ': ' || body from messages.mail where kind = 'system_stopped'""").query(String.class).list()))
                .as("each administrator is told, once")
                .singleElement()
                .asString()
                .startsWith("irene.castellan@southfield.example: ")
                .contains("Nothing has arrived for five days", "/integrations/webhooks/" + added.id());
        int before = received.size();
        as(irene, () -> {
            webhooks.test(irene, added.id());
            return added;
        });
        send();
        assertThat(received).hasSize(before);
        answer = 200;
        as(irene, () -> {
            webhooks.begin(irene, added.id());
            return added;
        });
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(received.size()).isGreaterThanOrEqualTo(before + 2);
        });
    }

    @Test
    void the_end_of_an_import_is_told() {
        Viewer irene = irene();
        told(WebhookEvent.IMPORT_FINISHED);
        ImportRequest asked = as(
                irene,
                () -> imports.request(
                        irene,
                        new Imports.Request("roster", "nobody.csv", Map.of()),
                        new ByteArrayInputStream("nothing".getBytes(StandardCharsets.UTF_8))));
        String job = ((ImportRequest.Accepted) asked).id().toString();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            send();
            assertThat(of(WebhookEvent.IMPORT_FINISHED))
                    .extracting(Message::body)
                    .anyMatch(body -> body.contains(job) && body.contains("\"state\":\"refused\""));
        });
    }
}
