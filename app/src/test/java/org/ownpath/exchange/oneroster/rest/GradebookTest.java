package org.ownpath.exchange.oneroster.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.MovableClock;
import org.ownpath.SchoolTest;
import org.ownpath.SmallDistrict;
import org.ownpath.Visitor;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterImport;
import org.ownpath.roster.RosterPlan;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What students have shown, in the gradebook of the system that their roster came from. */
class GradebookTest extends SchoolTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SOURCE = "Hill SIS";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MovableClock clock;

    @Autowired
    StudentSystems systems;

    @Autowired
    ResultsSending sending;

    @Autowired
    Results results;

    @Autowired
    RosterImport rosterImport;

    @Autowired
    Roster roster;

    @Autowired
    Ledger ledger;

    @Autowired
    Frameworks frameworks;

    private final StandInSystem sis = new StandInSystem();

    @AfterEach
    void close() {
        sis.close();
    }

    /** A district with a class of two students, who came from the system. */
    private Viewer district(String name) {
        Viewer founder = SmallDistrict.administrator(context, name);
        return as(founder, () -> {
            RosterDraft draft = new RosterDraft(
                    SOURCE,
                    true,
                    List.of(new RosterDraft.School(key("o1"), "Hill", "school")),
                    List.of(member("s1"), member("s2")),
                    List.of(new RosterDraft.Group(
                            key("c1"), Optional.of("o1"), "Numbers", "class", Optional.of("mathematics"))),
                    List.of(enrolment("s1"), enrolment("s2")),
                    List.of());
            assertThat(rosterImport.apply(founder, draft, Progress.SILENT)).isInstanceOf(RosterPlan.Planned.class);
            accounts.open(List.of(new Accounts.NewAccount(
                    founder.person(),
                    "ada@" + name.toLowerCase(Locale.ROOT) + ".example",
                    Accounts.NO_PASSWORD,
                    "Ada",
                    Set.of(Role.ADMINISTRATOR, Role.LEADER))));
            return viewer("ada@" + name.toLowerCase(Locale.ROOT) + ".example");
        });
    }

    private static RosterDraft.Key key(String id) {
        return new RosterDraft.Key(id, new RosterDraft.Origin("hill", 0), false);
    }

    private static RosterDraft.Member member(String id) {
        return new RosterDraft.Member(
                key(id),
                "Given " + id,
                "Hill",
                Optional.empty(),
                Optional.empty(),
                Optional.of("5"),
                Set.of(Role.STUDENT));
    }

    private static RosterDraft.Enrolment enrolment(String student) {
        return new RosterDraft.Enrolment(
                key("e " + student), "c1", student, Role.STUDENT, Optional.empty(), Optional.empty());
    }

    private PieceId shows(Viewer ada, String student, double rating) {
        PieceId piece = PieceId.next();
        Outcome outcome = as(ada, () -> {
            StudentId who = roster.studentsBySourceId(List.of(student)).get(student);
            return ledger.record(
                    ada,
                    new Observation(
                            piece,
                            new Observation.Nature(Form.TEST, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                            ada.person(),
                            Instant.now().minus(1, ChronoUnit.DAYS),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(new Observation.Rating(
                                    who, frameworks.curriculum().inUse().get(0).id(), Result.rated(rating)))));
        });
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        return piece;
    }

    private StudentSystem connected(Viewer ada) {
        return as(ada, () -> {
            Connecting made = systems.connect(ada, sis.address(SOURCE), StandInSystem.SECRET);
            return systems.system(ada, ((Connecting.Connected) made).id()).orElseThrow();
        });
    }

    private int send(Viewer ada, StudentSystem system) {
        return as(ada, () -> sending.send(system));
    }

    @Test
    void results_go_to_the_gradebook_once_and_again_only_when_they_change() {
        Viewer ada = district("Hillsend");
        StudentSystem system = connected(ada);
        shows(ada, "s1", 4);
        shows(ada, "s1", 4);
        shows(ada, "s2", 1);
        assertThat(send(ada, system)).isEqualTo(5); // a category, a scale, a line and two results
        assertThat(sis.put.keySet())
                .allMatch(path -> path.matches("(categories|scoreScales|lineItems|results)/[0-9a-f-]{36}"));
        List<JsonNode> sent = sis.put.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("results/"))
                .map(entry -> JSON.readTree(entry.getValue()).path("result"))
                .toList();
        assertThat(sent)
                .extracting(result -> result.path("student").path("sourcedId").asString("") + " "
                        + result.path("scoreStatus").asString("") + " "
                        + result.path("textScore").asString(""))
                .anyMatch(told -> told.startsWith("s1 fully graded Mastered"))
                .anyMatch(told -> told.startsWith("s2 partially graded"));
        assertThat(send(ada, system)).isZero();
        shows(ada, "s2", 3);
        assertThat(send(ada, system)).isPositive();
        assertThat(sis.put).hasSize(5);
    }

    @Test
    void what_does_not_arrive_is_listed_with_the_reason_and_is_sent_again() {
        Viewer ada = district("Hillfail");
        StudentSystem system = connected(ada);
        shows(ada, "s1", 3);
        sis.answersPutsWith = 403;
        send(ada, system);
        Results.Sent failed = as(ada, () -> results.of(ada, system.id()));
        assertThat(failed.failed()).isEqualTo(4);
        assertThat(failed.failures().get(0).why()).contains("status 403", "grant the scopes");
        sis.answersPutsWith = 201;
        assertThat(send(ada, system)).isEqualTo(4);
        Results.Sent after = as(ada, () -> results.of(ada, system.id()));
        assertThat(after.failed()).isZero();
        assertThat(after.arrived()).isEqualTo(4);
    }

    private HttpResponse<String> token(String grant, String secret) {
        Visitor program = new Visitor(port, HttpClient.Redirect.NEVER);
        return program.send(program.to("/ims/oneroster/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=" + grant + "&client_secret="
                        + URLEncoder.encode(secret, StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> read(String path, String token) {
        Visitor program = new Visitor(port, HttpClient.Redirect.NEVER);
        return program.send(
                program.to("/ims/oneroster/gradebook/v1p2" + path).header("Authorization", "Bearer " + token));
    }

    @Test
    void a_system_reads_the_same_with_a_token_for_an_hour() {
        Viewer ada = district("Hillread");
        shows(ada, "s1", 4);
        shows(ada, "s2", 2);
        String secret = token(ada, TokenScope.READ);
        JsonNode given = JSON.readTree(token("client_credentials", secret).body());
        assertThat(given.path("expires_in").asInt()).isEqualTo(3600);
        String token = given.path("access_token").asString("");
        assertThat(token).isNotEqualTo(secret);
        JsonNode all = JSON.readTree(read("/results", token).body()).path("results");
        assertThat(all.size()).isEqualTo(2);
        HttpResponse<String> page = read("/results?limit=1", token);
        assertThat(page.headers().firstValue("Link").orElse("")).contains("offset=1", "rel=\"next\"");
        String line = all.get(0).path("lineItem").path("sourcedId").asString("");
        assertThat(JSON.readTree(read("/lineItems/" + line, token).body())
                        .path("lineItem")
                        .path("class")
                        .path("sourcedId")
                        .asString(""))
                .isEqualTo("c1");
        assertThat(JSON.readTree(read("/classes/c1/lineItems/" + line + "/results", token)
                                .body())
                        .path("results")
                        .size())
                .isEqualTo(2);
        assertThat(JSON.readTree(read("/classes/c1/students/s2/results", token).body())
                        .path("results")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whoever_asks_wrongly_is_refused_in_the_standards_own_words() {
        Viewer ada = district("Hillwrong");
        assertThat(token("password", "x").body()).contains("unsupported_grant_type");
        assertThat(token("client_credentials", "own_guessed").statusCode()).isEqualTo(401);
        String statements = token(ada, TokenScope.STATEMENTS);
        assertThat(token("client_credentials", statements).body()).contains("invalid_scope");
        HttpResponse<String> without = read("/results", "own1h_forged");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("imsx_codeMajor", "unauthorisedrequest");
        String token = token(ada, TokenScope.READ);
        assertThat(read("/lineItems/unheard-of", token).body()).contains("unknownobject");
        assertThat(read("/results?limit=none", token).body()).contains("invaliddata");
        assertThat(read("/results?filter=status%3D'active'", token).statusCode())
                .isEqualTo(400);
        assertThat(read("/classes/unheard-of/results", token).statusCode()).isEqualTo(404);
    }

    @Test
    void a_token_for_an_hour_ends_after_an_hour() {
        String secret = token(district("Hillhour"), TokenScope.READ);
        assertThat(read("/results", givenAgo(Duration.ofMinutes(59), secret)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = read("/results", givenAgo(Duration.ofMinutes(61), secret));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("unauthorisedrequest");
    }

    private String givenAgo(Duration ago, String secret) {
        clock.stopAt(Instant.now().minus(ago));
        try {
            return JSON.readTree(token("client_credentials", secret).body())
                    .path("access_token")
                    .asString("");
        } finally {
            clock.goOn();
        }
    }

    @Test
    void a_token_for_an_hour_ends_with_the_token_that_it_was_given_for() {
        Viewer ada = district("Hillend");
        String secret = token(ada, TokenScope.READ);
        String token = JSON.readTree(token("client_credentials", secret).body())
                .path("access_token")
                .asString("");
        assertThat(read("/results", token).statusCode()).isEqualTo(200);
        as(ada, () -> tokens.revoke(ada, tokens.of(ada).get(0).id()));
        assertThat(read("/results", token).statusCode()).isEqualTo(401);
    }
}
