package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.platforms.Platform;
import org.ownpath.exchange.lti.platforms.PlatformId;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** A learning management system that is connected, played by a signer of messages. */
abstract class FromASystem extends SchoolTest {

    static final String ZLATA = "zlata.kovalchuk@northside.example";
    static final String CLIENT = "ownpath at the system";

    @LocalServerPort
    int port;

    @Autowired
    Platforms platforms;

    final PlatformId id = PlatformId.next();
    Viewer philippa;
    PaperTool system;

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
                                        sendsTeachers()))))
                .isEmpty();
    }

    /** Whether the system may send teachers too. */
    boolean sendsTeachers() {
        return false;
    }

    @AfterEach
    void endIt() {
        as(philippa, () -> {
            platforms.end(philippa, id);
            return true;
        });
        system.close();
    }

    String at(String path) {
        return "http://localhost:" + port + "/lti/northside" + path;
    }

    /** What Ownpath asks the system, when it announces somebody. */
    Map<String, String> announce(Visitor visitor) {
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

    JWTClaimsSet.Builder message(String nonce, String email) {
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

    HttpResponse<String> post(Visitor visitor, String state, String message) {
        return visitor.send(HttpRequest.newBuilder(URI.create(at("/launch")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("state=" + state + "&id_token=" + message)));
    }

    static HttpResponse<String> onTo(Visitor visitor, String address) {
        return visitor.send(HttpRequest.newBuilder(URI.create(address)));
    }

    static Visitor anybody(int port) {
        return new Visitor(port, HttpClient.Redirect.NEVER);
    }

    /** Announced, said and in by the link to a target; where they land. */
    Optional<String> comes(Visitor visitor, String email, String target) {
        return comes(
                visitor,
                email,
                claims -> claims.claim(Lti.CLAIM + "target_link_uri", target)
                        .claim(
                                Lti.SCORES,
                                Map.of(
                                        "scope",
                                        List.of(Lti.SCOPE_SCORES),
                                        "lineitem",
                                        system.at("/items/1?of=class"))));
    }

    /** Announced, said with these claims too, and in; where they land. */
    Optional<String> comes(Visitor visitor, String email, UnaryOperator<JWTClaimsSet.Builder> claims) {
        Map<String, String> asked = announce(visitor);
        String state = String.valueOf(asked.get("state"));
        JWTClaimsSet said =
                claims.apply(message(String.valueOf(asked.get("nonce")), email)).build();
        Optional<String> door =
                post(visitor, state, system.signed(said)).headers().firstValue("Location");
        return door.flatMap(there -> onTo(visitor, there)
                .headers()
                .firstValue("Location")
                .map(landing -> landing.replace("http://localhost:" + port, "")));
    }
}
