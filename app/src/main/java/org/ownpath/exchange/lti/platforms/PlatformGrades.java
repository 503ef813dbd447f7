package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiKeys;
import org.springframework.stereotype.Component;

/** The grades of a system, by its Assignment and Grade Services. */
@Component
class PlatformGrades {

    private static final int LARGEST = 64 * 1024;

    private final LtiKeys keys;
    private final OutsideCalls calls;
    private final Clock clock;

    PlatformGrades(LtiKeys keys, OutsideCalls calls, Clock clock) {
        this.keys = keys;
        this.calls = calls;
        this.clock = clock;
    }

    /** Sends a score for a line item; why not, if it does not arrive. */
    Optional<String> problem(Platform.Described platform, String lineItem, String score) {
        OutsideCalls.Answer access = calls.make(
                new OutsideCalls.Call(
                        "POST",
                        platform.addresses().token(),
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                        form(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_assertion_type",
                                Lti.ASSERTION,
                                "client_assertion",
                                assertion(platform),
                                "scope",
                                Lti.SCOPE_SCORES))),
                LARGEST);
        Optional<String> token = text(access)
                .flatMap(StrictJson::object)
                .map(answer -> answer.path("access_token").asString(""))
                .filter(text -> !text.isEmpty());
        if (token.isEmpty()) {
            return Optional.of("It gave no access to its grades. " + why(access));
        }
        OutsideCalls.Answer sent = calls.make(
                new OutsideCalls.Call(
                        "POST",
                        scores(lineItem),
                        Map.of(
                                "Content-Type",
                                "application/vnd.ims.lis.v1.score+json",
                                "Authorization",
                                "Bearer " + token.get()),
                        score),
                LARGEST);
        return text(sent).isPresent() ? Optional.empty() : Optional.of("It did not take it. " + why(sent));
    }

    /** A line item may have a query, which stays behind the path. */
    private static String scores(String lineItem) {
        int query = lineItem.indexOf('?');
        return query < 0 ? lineItem + "/scores" : lineItem.substring(0, query) + "/scores" + lineItem.substring(query);
    }

    private String assertion(Platform.Described platform) {
        Instant now = clock.instant();
        return keys.signed(new JWTClaimsSet.Builder()
                .issuer(platform.identity().client())
                .subject(platform.identity().client())
                .audience(platform.addresses().token())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> text(OutsideCalls.Answer answer) {
        return answer instanceof OutsideCalls.Answer.Came came && came.good()
                ? Optional.of(came.text())
                : Optional.empty();
    }

    private static String why(OutsideCalls.Answer answer) {
        return answer instanceof OutsideCalls.Answer.None none
                ? none.why()
                : "It answered with status " + ((OutsideCalls.Answer.Came) answer).status() + ".";
    }
}
