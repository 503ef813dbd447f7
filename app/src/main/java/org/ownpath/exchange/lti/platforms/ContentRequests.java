package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.LtiKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to picking content of Ownpath for a learning management system, which asks for it (Deep Linking 2.0). */
@Component
public class ContentRequests {

    private static final Duration TIME_TO_PICK = Duration.ofHours(2);
    private static final Duration ON_THE_WAY = Duration.ofMinutes(5);
    private static final int MOST = 50;
    private static final int LONGEST = 4000;

    private final ContentRequestRows rows;
    private final PlatformRows platforms;
    private final ContentItems items;
    private final LtiKeys keys;
    private final LtiAddress address;
    private final Access access;
    private final Clock clock;

    ContentRequests(
            ContentRequestRows rows,
            PlatformRows platforms,
            ContentItems items,
            LtiKeys keys,
            LtiAddress address,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.platforms = platforms;
        this.items = items;
        this.keys = keys;
        this.address = address;
        this.access = access;
        this.clock = clock;
    }

    /** What became of an answer. */
    public sealed interface Answered {

        /** It is on its way, by this message to this address. */
        record Sent(String systemName, String there, String message) implements Answered {}

        /** Why not, and what to do. */
        record Refused(String why) implements Answered {}
    }

    /** What a message asks for; why not, where it cannot be given. */
    Optional<String> problem(Viewer viewer, JWTClaimsSet claims) {
        Map<?, ?> settings = settings(claims);
        if (!viewer.isStaff()) {
            return Optional.of("Teachers choose what links open. Ask yours.");
        }
        if (!(settings.get("accept_types") instanceof Collection<?> types) || !types.contains("ltiResourceLink")) {
            return Optional.of("The other system does not take links (ltiResourceLink), and Ownpath has nothing else.");
        }
        return address.refusal("The way back", String.valueOf(settings.get("deep_link_return_url")))
                .or(() -> String.valueOf(settings.get("data")).length() > LONGEST
                        ? Optional.of("What is to be given back is longer than " + LONGEST + " characters.")
                        : Optional.empty());
    }

    /** Keeps what a message asks for; the page on which it is picked. */
    String begin(Platform platform, Viewer viewer, JWTClaimsSet claims) {
        Map<?, ?> settings = settings(claims);
        ContentRequest request = new ContentRequest(
                UUID.randomUUID(),
                platform.id(),
                viewer.account(),
                new ContentRequest.Back(
                        String.valueOf(settings.get("deep_link_return_url")),
                        MessageCheck.text(claims, Lti.CLAIM + "deployment_id"),
                        Optional.ofNullable(settings.get("data")).map(String::valueOf)),
                Boolean.TRUE.equals(settings.get("accept_multiple")));
        rows.add(request, clock.instant().plus(TIME_TO_PICK));
        return "/links/" + request.id();
    }

    /** One that the viewer can still answer. */
    public Optional<ContentRequest> open(Viewer viewer, UUID id) {
        return rows.open(id, clock.instant()).filter(request -> request.by().equals(viewer.account()));
    }

    /** Answers with what was picked, once; nothing picked is an answer too. */
    @Transactional
    public Answered answer(Viewer viewer, ContentRequest request, List<Linked> picked) {
        access.requireStaff(viewer);
        if (picked.size() > (request.several() ? MOST : 1)) {
            return new Answered.Refused(
                    request.several()
                            ? "Choose at most " + MOST + " at once."
                            : "The other system takes one link. Choose one.");
        }
        Optional<Platform> platform = platforms
                .find(request.platform())
                .filter(found -> found.endedAt().isEmpty());
        boolean own = request.by().equals(viewer.account());
        if (platform.isEmpty() || !own || !rows.answer(request.id(), clock.instant())) {
            return new Answered.Refused("This was answered before. Begin again in the other system.");
        }
        access.audit(viewer, "platform.content-picked", request.platform().toString(), picked.size() + " links");
        Platform.Described described = platform.get().described();
        return new Answered.Sent(
                described.name(), request.back().address(), message(described.identity(), request.back(), picked));
    }

    private String message(Platform.Identity identity, ContentRequest.Back back, List<Linked> picked) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(identity.client())
                .audience(identity.issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ON_THE_WAY)))
                .jwtID(UUID.randomUUID().toString())
                .claim("nonce", UUID.randomUUID().toString())
                .claim(Lti.CLAIM + "deployment_id", back.deployment())
                .claim(Lti.CLAIM + "message_type", Lti.PICK_RESPONSE)
                .claim(Lti.CLAIM + "version", Lti.VERSION)
                .claim(Lti.PICKING + "content_items", items.of(picked));
        back.echo().ifPresent(echo -> claims.claim(Lti.PICKING + "data", echo));
        return keys.signed(claims.build());
    }

    private static Map<?, ?> settings(JWTClaimsSet claims) {
        return claims.getClaim(Lti.PICKING + "deep_linking_settings") instanceof Map<?, ?> map ? map : Map.of();
    }
}
