package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.MovableClock;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.platforms.Platform;
import org.ownpath.exchange.lti.platforms.PlatformId;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.ownpath.mastery.Mastery;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** People come from a learning management system, which is played by a signer of messages. */
class ArrivalTest extends SchoolTest {

    private static final String ZLATA = "zlata.kovalchuk@northside.example";
    private static final String CLIENT = "ownpath at the system";

    @LocalServerPort
    int port;

    @Autowired
    Platforms platforms;

    @Autowired
    Mastery mastery;

    @Autowired
    MovableClock clock;

    private final PlatformId id = PlatformId.next();
    private Viewer philippa;
    private PaperTool system;

    @BeforeEach
    void aSystem() throws IOException {
        philippa = viewer("philippa.crane@northside.example");
        system = new PaperTool();
        assertThat(as(
                        philippa,
                        () -> platforms.connect(
                                philippa,
                                id,
                                new Platform.Described(
                                        "Paper system",
                                        new Platform.Identity(system.at(""), CLIENT, "one"),
                                        new Platform.Addresses(
                                                system.at("/authorize"), system.at("/token"), system.at("/keys")),
                                        false))))
                .isEmpty();
    }

    @AfterEach
    void endIt() {
        as(philippa, () -> {
            platforms.end(philippa, id);
            return true;
        });
        system.close();
    }

    private String at(String path) {
        return "http://localhost:" + port + "/lti/northside" + path;
    }

    /** What Ownpath asks the system, when it announces somebody. */
    private Map<String, String> announce(Visitor visitor) {
        HttpResponse<String> answer = visitor.send(HttpRequest.newBuilder(URI.create(at("/login?iss=")
                + URLEncoder.encode(system.at(""), StandardCharsets.UTF_8)
                + "&login_hint=somebody&target_link_uri=x")));
        String there = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        assertThat(there).startsWith(system.at("/authorize?"));
        return UriComponentsBuilder.fromUriString(there)
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private JWTClaimsSet.Builder message(String nonce, String email) {
        return PaperTool.message(system.at(""), CLIENT)
                .subject("subject of " + email)
                .claim("email", email)
                .claim("nonce", nonce)
                .claim(Lti.CLAIM + "version", "1.3.0")
                .claim(Lti.CLAIM + "deployment_id", "one")
                .claim(Lti.CLAIM + "message_type", Lti.RESOURCE_LINK)
                .claim(
                        Lti.CLAIM + "roles",
                        List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"))
                .claim(Lti.CLAIM + "target_link_uri", at("/launch"));
    }

    private HttpResponse<String> post(Visitor visitor, String state, String message) {
        return visitor.send(HttpRequest.newBuilder(URI.create(at("/launch")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("state=" + state + "&id_token=" + message)));
    }

    private static HttpResponse<String> onTo(Visitor visitor, String address) {
        return visitor.send(HttpRequest.newBuilder(URI.create(address)));
    }

    private static Visitor anybody(int port) {
        return new Visitor(port, HttpClient.Redirect.NEVER);
    }

    /** Announced, said and in; where they land. */
    private Optional<String> comes(Visitor visitor, String email, String target) {
        Map<String, String> asked = announce(visitor);
        String state = String.valueOf(asked.get("state"));
        JWTClaimsSet claims = message(String.valueOf(asked.get("nonce")), email)
                .claim(Lti.CLAIM + "target_link_uri", target)
                .claim(
                        Lti.SCORES,
                        Map.of("scope", List.of(Lti.SCOPE_SCORES), "lineitem", system.at("/items/1?of=class")))
                .build();
        Optional<String> door =
                post(visitor, state, system.signed(claims)).headers().firstValue("Location");
        return door.flatMap(there -> onTo(visitor, there)
                .headers()
                .firstValue("Location")
                .map(landing -> landing.replace("http://localhost:" + port, "")));
    }

    @Test
    void a_student_comes_in_by_the_address_of_e_mail_and_as_nothing_more_than_a_student() {
        Visitor student = anybody(port);
        assertThat(comes(student, ZLATA, at("/launch"))).contains("/");
        assertThat(student.open("/path").statusCode()).isEqualTo(200);
        assertThat(student.open("/integrations").statusCode()).isEqualTo(403);
    }

    @Test
    void a_key_that_the_system_has_renewed_is_fetched() {
        clock.stopAt(Instant.now().minusSeconds(30));
        try {
            assertThat(comes(anybody(port), ZLATA, at("/launch"))).contains("/");
        } finally {
            clock.goOn();
        }
        system.renewKey();
        assertThat(comes(anybody(port), ZLATA, at("/launch"))).contains("/");
    }

    @Test
    void nobody_comes_in_who_leads_or_runs_the_school_or_teaches_where_teachers_are_not_sent_or_is_unknown() {
        for (String email : List.of(
                "philippa.crane@northside.example",
                "constance.mbekihall@northside.example",
                "gwen.abernathy@northside.example",
                "irene.castellan@southfield.example",
                "nobody@northside.example")) {
            Visitor visitor = anybody(port);
            assertThat(comes(visitor, email, at("/launch"))).as(email).isEmpty();
            assertThat(visitor.open("/account").statusCode()).as(email).isEqualTo(302);
        }
    }

    private void isRefused(String why, java.util.function.BiFunction<JWTClaimsSet.Builder, String, String> forge) {
        Visitor visitor = anybody(port);
        Map<String, String> asked = announce(visitor);
        String nonce = String.valueOf(asked.get("nonce"));
        HttpResponse<String> answer =
                post(visitor, String.valueOf(asked.get("state")), forge.apply(message(nonce, ZLATA), nonce));
        assertThat(answer.statusCode()).as(why).isEqualTo(400);
        assertThat(visitor.open("/sign-in/lti/northside/" + asked.get("state")).statusCode())
                .as(why)
                .isEqualTo(400);
    }

    @Test
    void a_message_that_is_not_as_it_has_to_be_lets_nobody_in() {
        Instant now = Instant.now();
        isRefused("forged", (m, nonce) -> PaperTool.signed(m.build(), PaperTool.generated()));
        isRefused("unsigned", (m, nonce) -> new PlainJWT(m.build()).serialize());
        isRefused("the public key as a password", (m, nonce) -> confused(m.build()));
        isRefused(
                "another nonce",
                (m, nonce) -> system.signed(m.claim("nonce", "another").build()));
        isRefused(
                "for somebody else",
                (m, nonce) -> system.signed(m.audience("else").build()));
        isRefused(
                "for several",
                (m, nonce) -> system.signed(
                        m.audience(List.of(CLIENT, "else")).claim("azp", "else").build()));
        isRefused(
                "by somebody else",
                (m, nonce) -> system.signed(m.issuer("https://else.example").build()));
        isRefused(
                "of another deployment",
                (m, nonce) -> system.signed(
                        m.claim(Lti.CLAIM + "deployment_id", "two").build()));
        isRefused(
                "expired",
                (m, nonce) -> system.signed(
                        m.expirationTime(Date.from(now.minusSeconds(120))).build()));
        isRefused(
                "of another kind",
                (m, nonce) -> system.signed(
                        m.claim(Lti.CLAIM + "message_type", Lti.PICK_REQUEST).build()));
    }

    private String confused(JWTClaimsSet claims) {
        try {
            SignedJWT message = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(system.key().getKeyID())
                            .build(),
                    claims);
            message.sign(new MACSigner(system.key().toRSAPublicKey().getEncoded()));
            return message.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_message_counts_once_and_only_in_the_browser_in_which_it_began() {
        Visitor student = anybody(port);
        Map<String, String> asked = announce(student);
        String state = String.valueOf(asked.get("state"));
        String message =
                system.signed(message(String.valueOf(asked.get("nonce")), ZLATA).build());
        String door =
                post(student, state, message).headers().firstValue("Location").orElseThrow();
        assertThat(onTo(anybody(port), door).statusCode()).as("another browser").isEqualTo(400);
        assertThat(post(student, state, message).statusCode()).as("sent again").isEqualTo(400);
        assertThat(onTo(student, door).statusCode()).isEqualTo(302);
        assertThat(onTo(student, door).statusCode()).as("opened again").isEqualTo(400);
        Map<String, String> another = announce(student);
        assertThat(post(student, String.valueOf(another.get("state")), message).statusCode())
                .as("an old message for a new opening")
                .isEqualTo(400);
    }

    @Test
    void a_link_to_a_competency_opens_it_and_the_system_is_told_how_the_student_stands() {
        Viewer zlata = viewer(ZLATA);
        StudentId student = StudentId.of(zlata.person());
        CompetencyId shown = as(zlata, () -> mastery.of(student)).values().stream()
                .filter(standing -> standing.value().isPresent())
                .findFirst()
                .orElseThrow()
                .competency();
        assertThat(comes(anybody(port), ZLATA, at("/launch/competencies/" + shown)))
                .contains("/show/" + shown);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !system.scores().isEmpty());
        assertThat(system.scores().get(0))
                .contains("subject of " + ZLATA, "\"scoreGiven\"", "FullyGraded", "/items/1/scores?of=class");
        assertThat(comes(anybody(port), ZLATA, at("/launch/competencies/" + UUID.randomUUID())))
                .contains("/");
    }
}
