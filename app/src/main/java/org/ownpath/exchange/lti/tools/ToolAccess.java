package org.ownpath.exchange.lti.tools;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ownpath.access.SecretToken;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.SignedMessages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives tools access to the services: OAuth 2 client credentials, proved by a message that the tool's key has signed. */
@Component
class ToolAccess {

    static final Duration LASTS = Duration.ofHours(1);

    private static final Set<String> SCOPES = Set.of(
            Lti.SCOPE_LINE_ITEMS, Lti.SCOPE_LINE_ITEMS_READ, Lti.SCOPE_RESULTS, Lti.SCOPE_SCORES, Lti.SCOPE_MEMBERS);

    private final LaunchRows rows;
    private final ToolRows tools;
    private final SignedMessages messages;
    private final LtiAddress address;
    private final Clock clock;

    ToolAccess(LaunchRows rows, ToolRows tools, SignedMessages messages, LtiAddress address, Clock clock) {
        this.rows = rows;
        this.tools = tools;
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    /** What is given. */
    record Given(SecretToken token, Set<String> scopes) {}

    /** Access for whoever asks with these parameters. Throws {@link ToolRefused} when there is none. */
    @Transactional
    Given give(Map<String, String> asked) {
        if (!"client_credentials".equals(asked.get("grant_type"))) {
            throw new ToolRefused(
                    HttpStatus.BAD_REQUEST, "unsupported_grant_type", "grant_type has to be client_credentials.");
        }
        if (!Lti.ASSERTION.equals(asked.get("client_assertion_type"))) {
            throw ToolRefused.because("client_assertion_type has to be " + Lti.ASSERTION + ".");
        }
        Set<String> scopes =
                new TreeSet<>(List.of(asked.getOrDefault("scope", "").split(" ", -1)));
        scopes.retainAll(SCOPES);
        if (scopes.isEmpty()) {
            throw new ToolRefused(
                    HttpStatus.BAD_REQUEST, "invalid_scope", "None of the scopes is one of LTI Advantage.");
        }
        Tool tool = proved(asked.getOrDefault("client_assertion", ""));
        Instant now = clock.instant();
        SecretToken token = SecretToken.next();
        rows.open(token, new LaunchRows.Opened(tool.id(), List.copyOf(scopes)), now, now.plus(LASTS));
        return new Given(token, scopes);
    }

    private Tool proved(String assertion) {
        Tool tool = SignedMessages.unproven(assertion)
                .flatMap(claims -> Optional.ofNullable(claims.getSubject()))
                .flatMap(tools::connected)
                .orElseThrow(() -> invalid("The assertion is from no tool that is connected."));
        SignedMessages.Expected expected = new SignedMessages.Expected(
                tool.id().toString(), tool.addresses().keys(), List.of(address.of("/token"), address.issuer()));
        SignedMessages.Opened opened = messages.open(assertion, expected);
        if (opened instanceof SignedMessages.Opened.Bad bad) {
            throw invalid(bad.why());
        }
        JWTClaimsSet claims = ((SignedMessages.Opened.Good) opened).claims();
        String id = claims.getJWTID();
        Instant expires = Objects.requireNonNull(claims.getExpirationTime()).toInstant();
        if (id == null || id.isBlank() || id.length() > 500) {
            throw invalid("The assertion has no id (jti).");
        }
        if (!messages.firstTime("access " + tool.id(), id, expires)) {
            throw invalid("The assertion was used before. Sign a new one each time.");
        }
        return tool;
    }

    private static ToolRefused invalid(String why) {
        return new ToolRefused(HttpStatus.UNAUTHORIZED, "invalid_client", why);
    }
}
