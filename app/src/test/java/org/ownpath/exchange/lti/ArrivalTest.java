package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ownpath.MovableClock;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.platforms.Platform;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** People come from a learning management system. */
class ArrivalTest extends FromASystem {

    @Autowired
    Mastery mastery;

    @Autowired
    Roster roster;

    @Autowired
    MovableClock clock;

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
                        m.claim(Lti.CLAIM + "message_type", Lti.PICK_RESPONSE).build()));
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

    @Test
    void what_was_refused_stands_in_words_on_the_page_integrations_and_names_nobody() {
        isRefused("forged", (m, nonce) -> PaperTool.signed(m.build(), PaperTool.generated()));
        isRefused(
                "by a person",
                (m, nonce) -> system.signed(
                        m.issuer("mailto:a.stranger@elsewhere.example").build()));
        assertThat(comes(anybody(port), "a.stranger@elsewhere.example", at("/launch")))
                .isEmpty();
        anybody(port).open("/lti/northside/login?iss=https://a.stranger.example");
        String page = integrations();
        assertThat(page)
                .contains(
                        "The signature is none of the sender's", "Paper system", "sent somebody", "It is issued by '…'")
                .contains("Nobody with your address of e-mail or identifier has an account here")
                .contains("No learning management system that is connected here has sent you", LtiRefusals.UNKNOWN)
                .doesNotContain("a.stranger@elsewhere.example");
    }

    private String integrations() {
        return Jsoup.parse(administrator().open("/integrations").body()).text();
    }

    private Visitor administrator() {
        Visitor administrator = anybody(port);
        administrator.signIn("philippa.crane@northside.example", "northside");
        return administrator;
    }

    @Test
    void a_student_comes_in_by_the_identifier_of_the_roster_and_nobody_by_an_unknown_one() {
        Viewer zlata = viewer(ZLATA);
        String identifier = as(
                zlata,
                () -> roster.studentsBySourceId().entrySet().stream()
                        .filter(known -> known.getValue().equals(StudentId.of(zlata.person())))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow());
        Visitor student = anybody(port);
        assertThat(byIdentifier(student, identifier)).contains("/");
        assertThat(student.open("/path").body()).contains("Zlata");
        assertThat(byIdentifier(anybody(port), identifier + "0")).isEmpty();
        assertThat(byIdentifier(anybody(port), " ")).isEmpty();
    }

    private Optional<String> byIdentifier(Visitor visitor, String identifier) {
        return comes(
                visitor,
                "",
                claims -> claims.subject("another " + UUID.randomUUID())
                        .claim(Lti.CLAIM + "lis", Map.of("person_sourcedid", identifier)));
    }

    @Test
    void ownpath_is_registered_with_a_system_that_offers_it_and_only_at_that_system() throws Exception {
        try (PaperTool another = new PaperTool()) {
            String offer = "/integrations/platforms/registration?registration_token=once&openid_configuration=";
            String page = offer + another.at("/openid");
            Visitor administrator = administrator();
            Document shown = Jsoup.parse(administrator.open(page).body());
            assertThat(shown.text()).contains("Register Ownpath there?", another.at("/openid"));
            HttpResponse<String> done = administrator.fill(page, "/integrations/platforms/registration", fields(shown));
            assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/integrations");
            assertThat(another.registered())
                    .contains("Bearer once", at("/launch"), at("/login"), at("/jwks.json"))
                    .contains(Lti.RESOURCE_LINK, Lti.PICK_REQUEST, Lti.SCOPE_SCORES);
            Platform connected = as(philippa, platforms::inUse).stream()
                    .filter(platform -> platform.described().identity().issuer().equals(another.at("")))
                    .findFirst()
                    .orElseThrow();
            assertThat(connected.described().identity().client()).isEqualTo("given by the system");
            assertThat(connected.described().identity().deployment()).isEqualTo("seven");
            as(philippa, () -> {
                platforms.end(philippa, connected.id());
                return true;
            });

            assertThat(registers(administrator, offer + another.at("/nothing")))
                    .contains("Nothing that can be read is at");
            assertThat(registers(administrator, offer + another.at("/openid").replace("localhost", "127.0.0.1")))
                    .contains("of another address than its issuer");
        }
    }

    private static String registers(Visitor administrator, String page) {
        Document shown = Jsoup.parse(administrator.open(page).body());
        return administrator
                .fill(page, "/integrations/platforms/registration", fields(shown))
                .body();
    }

    private static Map<String, String> fields(Document page) {
        return page.select("main form input[type=hidden]").stream()
                .filter(field -> !field.attr("name").equals("_csrf"))
                .collect(Collectors.toMap(field -> field.attr("name"), field -> field.attr("value")));
    }
}
