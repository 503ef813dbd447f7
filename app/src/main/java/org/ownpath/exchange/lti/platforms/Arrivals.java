package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.LtiRefusals;
import org.ownpath.exchange.lti.SignedMessages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The front door of those whom a learning management system sends here: it is asked who comes, its signed answer is
 * checked, and whoever has an account here comes in, in the browser in which it began. Nobody becomes more by it than they
 * are here already.
 */
@Component
public class Arrivals {

    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);
    private static final int LONGEST = 2000;

    private final PlatformRows rows;
    private final Newcomers newcomers;
    private final Landing landing;
    private final ContentRequests content;
    private final SignedMessages messages;
    private final LtiAddress address;
    private final LtiRefusals refusals;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    Arrivals(
            PlatformRows rows,
            Newcomers newcomers,
            Landing landing,
            ContentRequests content,
            SignedMessages messages,
            LtiAddress address,
            LtiRefusals refusals,
            Accounts accounts,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.newcomers = newcomers;
        this.landing = landing;
        this.content = content;
        this.messages = messages;
        this.address = address;
        this.refusals = refusals;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** What comes of a step on the way. */
    public sealed interface Step {

        /**
         * On to the system.
         *
         * @param browser what this browser has to bring along when they come back
         */
        record Asks(URI there, SecretToken browser) implements Step {}

        /** The system has said who it is; on to the door, in their own browser. */
        record Knows(SecretToken state) implements Step {}

        /** They are in. */
        record Enters(Viewer viewer, String landing) implements Step {}

        /** Not so, and why. */
        record Refused(String why) implements Step {}
    }

    /** A system announces somebody by these parameters (login initiation). */
    @Transactional
    public Step announced(Map<String, String> asked) {
        return noted(LtiRefusals.UNKNOWN, "announced somebody", begun(asked));
    }

    private Step noted(String sender, String what, Step step) {
        if (step instanceof Step.Refused refused) {
            refusals.note(sender, what, refused.why());
        }
        return step;
    }

    private Step begun(Map<String, String> asked) {
        if (asked.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            return new Step.Refused("A parameter is longer than " + LONGEST + " characters.");
        }
        String client = asked.getOrDefault("client_id", "");
        List<Platform> fitting = rows.inUse().stream()
                .filter(platform -> platform.described().identity().issuer().equals(asked.getOrDefault("iss", "")))
                .filter(platform -> client.isEmpty()
                        || platform.described().identity().client().equals(client))
                .toList();
        if (fitting.size() != 1) {
            return new Step.Refused("No learning management system that is connected here has sent you. Ask whoever "
                    + "runs it to connect it.");
        }
        Platform.Described platform = fitting.get(0).described();
        SecretToken state = SecretToken.next();
        SecretToken browser = SecretToken.next();
        String nonce = SecretToken.next().text();
        rows.begin(fitting.get(0).id(), state, browser, nonce, clock.instant().plus(ON_THE_WAY));
        URI there = UriComponentsBuilder.fromUriString(platform.addresses().authorization())
                .queryParam("scope", "openid")
                .queryParam("response_type", "id_token")
                .queryParam("response_mode", "form_post")
                .queryParam("prompt", "none")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("login_hint", "{hint}")
                .queryParam("lti_message_hint", "{message}")
                .queryParam("state", "{state}")
                .queryParam("nonce", "{nonce}")
                .encode()
                .buildAndExpand(
                        platform.identity().client(),
                        address.of("/launch"),
                        asked.getOrDefault("login_hint", ""),
                        asked.getOrDefault("lti_message_hint", ""),
                        state.text(),
                        nonce)
                .toUri();
        return new Step.Asks(there, browser);
    }

    /** The system says who it is. */
    @Transactional
    public Step said(String stateText, String message) {
        SecretToken state = new SecretToken(stateText);
        Optional<PlatformRows.Underway> underway = rows.underway(state, clock.instant());
        Optional<Platform> platform = underway.flatMap(found -> rows.find(found.platform()))
                .filter(found -> found.endedAt().isEmpty());
        String sender = platform.map(found -> found.described().name()).orElse(LtiRefusals.UNKNOWN);
        Step step = underway.isEmpty() || platform.isEmpty()
                ? new Step.Refused("This was opened before, or too long ago. Open it in the other system again.")
                : said(platform.get(), underway.get(), new Said(state, message));
        return noted(sender, "sent somebody", step);
    }

    private record Said(SecretToken state, String message) {}

    private Step said(Platform platform, PlatformRows.Underway underway, Said said) {
        Platform.Identity identity = platform.described().identity();
        SignedMessages.Opened opened = messages.open(
                said.message(),
                new SignedMessages.Expected(
                        identity.issuer(), platform.described().addresses().keys(), List.of(identity.client())));
        if (opened instanceof SignedMessages.Opened.Bad bad) {
            return new Step.Refused(bad.why());
        }
        JWTClaimsSet claims = ((SignedMessages.Opened.Good) opened).claims();
        Optional<String> problem = MessageCheck.problem(claims, identity, underway.nonce());
        if (problem.isPresent() || !firstTime(platform, claims)) {
            return new Step.Refused(problem.orElse("The message was used before."));
        }
        return known(platform, claims, said.state());
    }

    private boolean firstTime(Platform platform, JWTClaimsSet claims) {
        Instant expires = Objects.requireNonNull(claims.getExpirationTime()).toInstant();
        return messages.firstTime("launch " + platform.id(), MessageCheck.text(claims, "nonce"), expires);
    }

    private Step known(Platform platform, JWTClaimsSet claims, SecretToken state) {
        Newcomers.Match match = newcomers.match(platform, claims);
        if (match instanceof Newcomers.Match.Nobody nobody) {
            return new Step.Refused(nobody.why());
        }
        Viewer viewer = ((Newcomers.Match.Found) match).viewer();
        boolean picks = Lti.PICK_REQUEST.equals(MessageCheck.text(claims, Lti.CLAIM + "message_type"));
        Optional<String> problem = picks ? content.problem(viewer, claims) : Optional.empty();
        if (problem.isPresent()) {
            return new Step.Refused(problem.get());
        }
        String there = picks ? content.begin(platform, viewer, claims) : landing.of(platform, viewer, claims);
        return rows.known(state, viewer.account(), there)
                ? new Step.Knows(state)
                : new Step.Refused("This was opened before. Open it in the other system again.");
    }

    /** Whoever comes with what their browser was given. */
    @Transactional
    public Step arrives(String state, String browser) {
        Optional<PlatformRows.Underway> underway =
                rows.arrive(new SecretToken(state), new SecretToken(browser), clock.instant());
        Optional<Viewer> viewer =
                underway.flatMap(PlatformRows.Underway::account).flatMap(accounts::viewer);
        if (underway.isEmpty() || viewer.isEmpty()) {
            return new Step.Refused(
                    "This was not begun in this browser, or too long ago. Open it in the other system " + "again.");
        }
        access.audit(viewer.get(), "platform.opened", underway.get().platform().toString(), "");
        return new Step.Enters(viewer.get(), underway.get().landing());
    }

    /** Whether whoever this is may be sent by a system at all: nobody who leads or runs the school. */
    static boolean maySend(Platform platform, Viewer viewer) {
        boolean office = viewer.is(Role.LEADER) || viewer.is(Role.ADMINISTRATOR) || viewer.is(Role.FAMILY);
        return !office && (viewer.is(Role.STUDENT) || platform.described().teachers());
    }
}
