package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.MovableClock;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.exchange.lti.tools.ToolId;
import org.ownpath.exchange.lti.tools.ToolLink;
import org.ownpath.exchange.lti.tools.ToolLinks;
import org.ownpath.exchange.lti.tools.ToolOutcome;
import org.ownpath.exchange.lti.tools.ToolScores;
import org.ownpath.exchange.lti.tools.Tools;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.ActivityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doors of learning tools, asked as nobody should: each refused with the standard's word, and nothing kept. */
class ToolDoorTest extends SchoolTest {

    private static final String ZLATA = "zlata.kovalchuk@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    Tools tools;

    @Autowired
    ToolLinks links;

    @Autowired
    ToolScores scores;

    @Autowired
    Frameworks frameworks;

    @Autowired
    JdbcClient database;

    @Autowired
    LtiRefusals refusals;

    @Autowired
    MovableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ToolId id = ToolId.next();
    private final ActivityId activity = ActivityId.next();
    private Viewer philippa;
    private PaperTool tool;

    @BeforeEach
    void aToolWithContent() throws IOException {
        philippa = viewer("philippa.crane@northside.example");
        tool = new PaperTool();
        Tool.Addresses addresses = new Tool.Addresses(
                tool.at("/login"),
                tool.at("/keys"),
                List.of(tool.at("/launch")),
                tool.at("/"),
                Optional.of(tool.at("/pick")));
        as(philippa, () -> tools.connect(philippa, id, new Tool.Described("Paper tool", addresses, false)));
        Competency competency = as(philippa, () -> frameworks.curriculum().ofSubject("Mathematics"))
                .get(0);
        ToolLink.Counting counting = new ToolLink.Counting(
                competency.id(),
                List.of(new EvidenceRule.Step(0.5, 2), new EvidenceRule.Step(0.8, 3)),
                new Observation.Nature(Form.TEST, Depth.APPLY, Context.ONLINE, Purpose.FORMATIVE));
        ToolLinks.Wish wish =
                new ToolLinks.Wish(id, new ToolLink.Content("On paper", tool.at("/one"), Map.of()), "", 10, counting);
        assertThat(as(philippa, () -> links.add(philippa, activity, wish))).isEmpty();
    }

    @AfterEach
    void endIt() {
        as(philippa, () -> {
            tools.end(philippa, id);
            return true;
        });
        tool.close();
    }

    private String issuer() {
        return "http://localhost:" + port + "/lti/northside";
    }

    private JWTClaimsSet.Builder assertion() {
        return PaperTool.message(id.toString(), issuer() + "/token");
    }

    private HttpResponse<String> post(String address, String type, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private HttpResponse<String> get(String address, String token) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> ask(String assertion, String... scopes) {
        return post(
                issuer() + "/token",
                "application/x-www-form-urlencoded",
                "",
                form(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        Lti.ASSERTION,
                        "client_assertion",
                        assertion,
                        "scope",
                        String.join(" ", scopes))));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String access(String... scopes) {
        HttpResponse<String> answer = ask(tool.signed(assertion().build()), scopes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("access_token").asString();
    }

    private int kept(String table) {
        return as(
                philippa,
                () -> database.sql("select count(*) from exchange." + table + " where tool_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single());
    }

    private void isRefused(String assertion, String why) {
        HttpResponse<String> answer = ask(assertion, Lti.SCOPE_SCORES);
        assertThat(answer.statusCode()).as(why).isEqualTo(401);
        assertThat(json(answer).path("error").asString()).as(why).isEqualTo("invalid_client");
        assertThat(kept("lti_access")).as(why).isZero();
    }

    @Test
    void access_is_given_for_a_message_that_the_tools_key_signed_and_for_nothing_else() throws Exception {
        Instant now = Instant.now();
        isRefused(PaperTool.signed(assertion().build(), PaperTool.generated()), "forged");
        isRefused(
                tool.signed(assertion()
                        .expirationTime(Date.from(now.minusSeconds(120)))
                        .build()),
                "expired");
        isRefused(
                tool.signed(assertion()
                        .expirationTime(Date.from(now.plusSeconds(86_400)))
                        .build()),
                "long-lived");
        isRefused(tool.signed(assertion().audience("https://elsewhere.example").build()), "for somebody else");
        isRefused(tool.signed(assertion().issuer("somebody else").build()), "by somebody else");
        isRefused(tool.signed(assertion().jwtID(null).build()), "without an id");
        isRefused(new PlainJWT(assertion().build()).serialize(), "unsigned");
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(tool.key().getKeyID())
                        .build(),
                assertion().build());
        confused.sign(new MACSigner(tool.key().toRSAPublicKey().getEncoded()));
        isRefused(confused.serialize(), "the public key as a password");
        isRefused("x".repeat(100_000), "far too long");
        isRefused("no message at all", "no message");
        assertThat(access(Lti.SCOPE_SCORES)).isNotBlank();
    }

    @Test
    void a_message_is_taken_once() {
        String assertion = tool.signed(assertion().build());
        assertThat(ask(assertion, Lti.SCOPE_SCORES).statusCode()).isEqualTo(200);
        HttpResponse<String> again = ask(assertion, Lti.SCOPE_SCORES);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(json(again).path("error_description").asString()).contains("used before");
        assertThat(kept("lti_access")).isEqualTo(1);
    }

    @Test
    void scopes_hold_and_end_with_the_tool() {
        String token = access(Lti.SCOPE_LINE_ITEMS_READ, "https://elsewhere.example/all");
        String items = issuer() + "/services/lineitems";
        assertThat(json(get(items, token))).hasSize(1);
        HttpResponse<String> more = post(items, "application/json", token, "{\"label\":\"More\",\"scoreMaximum\":1}");
        assertThat(more.statusCode()).isEqualTo(403);
        assertThat(json(more).path("error").asString()).isEqualTo("insufficient_scope");
        assertThat(get(items.replace("northside", "southfield"), token).statusCode())
                .as("another district")
                .isEqualTo(401);
        assertThat(json(ask(tool.signed(assertion().build()), "openid"))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_scope");
        as(philippa, () -> {
            tools.end(philippa, id);
            return true;
        });
        assertThat(get(items, token).statusCode()).isEqualTo(401);
        assertThat(get(items, "anything").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(told -> assertThat(told).contains("invalid_token"));
    }

    @Test
    void access_ends_after_an_hour() {
        assertThat(get(issuer() + "/services/lineitems", accessOf(Duration.ofMinutes(59)))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = get(issuer() + "/services/lineitems", accessOf(Duration.ofMinutes(61)));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).isEmpty();
    }

    /** Access that was given that long ago. */
    private String accessOf(Duration ago) {
        Instant then = Instant.now().minus(ago);
        clock.stopAt(then);
        try {
            HttpResponse<String> answer = ask(
                    tool.signed(assertion()
                            .issueTime(Date.from(then))
                            .expirationTime(Date.from(then.plusSeconds(60)))
                            .build()),
                    Lti.SCOPE_LINE_ITEMS_READ);
            return json(answer).path("access_token").asString();
        } finally {
            clock.goOn();
        }
    }

    @Test
    void what_is_refused_is_noted_by_the_name_of_the_tool() {
        isRefused(PaperTool.signed(assertion().build(), PaperTool.generated()), "forged");
        isRefused("no message at all", "no message");
        assertThat(as(philippa, () -> refusals.newest(2)))
                .extracting(LtiRefusals.Refused::sender, LtiRefusals.Refused::what)
                .containsExactly(
                        tuple(LtiRefusals.UNKNOWN, "asked for access"), tuple("Paper tool", "asked for access"));
    }

    /** Sends Zlata to the tool as far as the tool's question who she is. */
    private Map<String, String> asked(Visitor student) {
        String there = student.open("/activities/" + activity + "/opening")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Map<String, String> hints = UriComponentsBuilder.fromUriString(there)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        Map<String, String> asked = new TreeMap<>(Map.of(
                "scope", "openid",
                "response_type", "id_token",
                "response_mode", "form_post",
                "prompt", "none",
                "client_id", id.toString(),
                "redirect_uri", tool.at("/launch"),
                "state", "as it was",
                "nonce", UUID.randomUUID().toString()));
        asked.put("login_hint", String.valueOf(hints.get("login_hint")));
        asked.put("lti_message_hint", String.valueOf(hints.get("lti_message_hint")));
        assertThat(hints).containsEntry("client_id", id.toString());
        return asked;
    }

    private Document answered(Visitor student, Map<String, String> asked) {
        return Jsoup.parse(student.open("/tools/authorization?" + form(asked)).body());
    }

    private static String field(Document page, String name) {
        return page.select("form[data-send-on] input[name=" + name + "]").attr("value");
    }

    private Visitor visitor(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        visitor.signIn(name, "northside");
        return visitor;
    }

    @Test
    void a_tool_is_told_who_comes_once_and_only_in_the_browser_of_whoever_was_sent() throws Exception {
        Visitor student = visitor(ZLATA);
        Map<String, String> asked = asked(student);
        Document page = answered(student, asked);
        JWTClaimsSet told = SignedJWT.parse(field(page, "id_token")).getJWTClaimsSet();
        assertThat(told.getIssuer()).isEqualTo(issuer());
        assertThat(told.getAudience()).containsExactly(id.toString());
        assertThat(told.getStringClaim("nonce")).isEqualTo(asked.get("nonce"));
        assertThat(told.getClaim("name")).as("it is told no names").isNull();
        assertThat(field(page, "state")).isEqualTo("as it was");
        assertThat(field(answered(student, asked), "error")).as("once").isEqualTo("login_required");

        Map<String, String> hers = asked(student);
        assertThat(field(answered(visitor("maya.okafor@northside.example"), hers), "error"))
                .as("somebody else")
                .isEqualTo("login_required");
        Map<String, String> elsewhere = asked(student);
        elsewhere.put("redirect_uri", tool.at("/elsewhere"));
        assertThat(answered(student, elsewhere).select("form[data-send-on]")).isEmpty();
        Map<String, String> withoutNonce = asked(student);
        withoutNonce.remove("nonce");
        assertThat(field(answered(student, withoutNonce), "error")).isEqualTo("invalid_request");
    }

    private HttpResponse<String> score(String token, String item, String user, Instant at, String rest) {
        return post(
                item + "/scores",
                "application/vnd.ims.lis.v1.score+json",
                token,
                "{\"userId\":\"" + user + "\",\"timestamp\":\"" + at + "\"," + rest + "}");
    }

    private static String points(String given) {
        return "\"scoreGiven\":" + given
                + ",\"scoreMaximum\":10,\"activityProgress\":\"Completed\",\"gradingProgress\":\"FullyGraded\"";
    }

    private List<ToolOutcome> outcomes() {
        return as(philippa, () -> scores.outcomes(philippa, 500)).stream()
                .filter(outcome ->
                        outcome.label().equals("On paper") && outcome.tool().equals("Paper tool"))
                .toList();
    }

    @Test
    void a_score_is_kept_once_in_its_order_and_is_evidence_from_the_lowest_step_on() {
        Visitor student = visitor(ZLATA);
        String user = String.valueOf(asked(student).get("login_hint"));
        String token = access(Lti.SCOPE_SCORES, Lti.SCOPE_LINE_ITEMS_READ, Lti.SCOPE_RESULTS);
        String item = json(get(issuer() + "/services/lineitems", token))
                .get(0)
                .path("id")
                .asString();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(600);
        int before = outcomes().size();
        assertThat(score(token, item, user, at, points("9")).statusCode()).isEqualTo(204);
        assertThat(score(token, item, user, at, points("9")).statusCode())
                .as("again")
                .isEqualTo(204);
        assertThat(score(token, item, user, at, points("2")).statusCode())
                .as("another")
                .isEqualTo(409);
        assertThat(score(token, item, user, at.minusSeconds(1), points("9")).statusCode())
                .as("older")
                .isEqualTo(409);
        assertThat(score(token, item, user, at.plusSeconds(5), points("3")).statusCode())
                .isEqualTo(204);
        assertThat(score(token, item, user, at.plusSeconds(6), points("8").replace("FullyGraded", "Pending"))
                        .statusCode())
                .isEqualTo(204);
        List<ToolOutcome> outcomes = outcomes().subList(0, outcomes().size() - before);
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(2).piece()).isPresent();
        assertThat(outcomes.get(1).why()).contains("30%", "below the lowest step");
        assertThat(outcomes.get(0).why()).contains("not fully graded");
        JsonNode result = json(get(item + "/results?user_id=" + user, token)).get(0);
        assertThat(result.path("resultScore").asDouble()).isEqualTo(8);
        assertThat(result.path("resultMaximum").asDouble()).isEqualTo(10);
    }

    @Test
    void a_score_that_cannot_be_is_refused_and_nothing_of_it_is_kept() {
        Visitor student = visitor(ZLATA);
        String user = String.valueOf(asked(student).get("login_hint"));
        String token = access(Lti.SCOPE_SCORES, Lti.SCOPE_LINE_ITEMS_READ);
        String item = json(get(issuer() + "/services/lineitems", token))
                .get(0)
                .path("id")
                .asString();
        int before = outcomes().size();
        Instant now = Instant.now();
        assertThat(score(token, item, UUID.randomUUID().toString(), now, points("9"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(score(token, item, user, now.plusSeconds(3600), points("9")).statusCode())
                .isEqualTo(400);
        assertThat(score(token, item, user, now, points("-1")).statusCode()).isEqualTo(400);
        assertThat(score(token, item, user, now, points("1e999")).statusCode()).isEqualTo(400);
        assertThat(score(token, item, user, now, points("9").replace("Completed", "Done"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(score(token, item, user, now, points("9") + ",\"comment\":\"" + "x".repeat(70_000) + "\"")
                        .statusCode())
                .isEqualTo(413);
        assertThat(score(token, item, user, now, "\"a\":" + "[".repeat(5000) + "]".repeat(5000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(item + "/scores", "application/json", token, "no score").statusCode())
                .isEqualTo(400);
        assertThat(score(token, issuer() + "/services/lineitems/" + UUID.randomUUID(), user, now, points("9"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(outcomes()).hasSize(before);
    }

    @Test
    void a_tool_that_was_not_asked_to_does_not_register_itself() {
        String wanted = "{\"client_name\":\"Uninvited\",\"redirect_uris\":[\"" + tool.at("/") + "\"]}";
        HttpResponse<String> answer = post(issuer() + "/registration", "application/json", "made up", wanted);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_client_metadata");
        assertThat(as(philippa, tools::inUse)).noneMatch(known -> known.name().equals("Uninvited"));
    }
}
