package org.ownpath.exchange.lti.platforms;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to which learning management systems open Ownpath. */
@Component
public class Platforms {

    private static final int LONGEST = 200;

    private final PlatformRows rows;
    private final ReturnRows returns;
    private final PlatformRegistration registration;
    private final LtiAddress address;
    private final Access access;
    private final Clock clock;

    Platforms(
            PlatformRows rows,
            ReturnRows returns,
            PlatformRegistration registration,
            LtiAddress address,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.returns = returns;
        this.registration = registration;
        this.address = address;
        this.access = access;
        this.clock = clock;
    }

    /** Those that are connected, by name. */
    public List<Platform> inUse() {
        return rows.inUse();
    }

    /** One of them, ended or not. */
    public Optional<Platform> find(PlatformId id) {
        return rows.find(id);
    }

    /** What systems were told last, and what failed; newest first. */
    public List<Returned> returned(Viewer viewer, int most) {
        access.require(viewer, Role.ADMINISTRATOR);
        return returns.latest(most);
    }

    /** Tells again, within seconds, what systems did not take. How much that is. */
    @Transactional
    public int tellAgain(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        int again = returns.again();
        if (again > 0) {
            access.audit(viewer, "platform.told-again", String.valueOf(again), "");
        }
        return again;
    }

    /** Connects a system, once under its id. The reason why not, if there is one. */
    @Transactional
    public Optional<String> connect(Viewer viewer, PlatformId id, Platform.Described described) {
        access.require(viewer, Role.ADMINISTRATOR);
        Optional<String> problem = problem(described);
        if (problem.isPresent() || rows.find(id).isPresent()) {
            return problem;
        }
        if (!rows.insert(viewer, new Platform(id, described, clock.instant(), Optional.empty()))) {
            return Optional.of("A system of this issuer and client id is connected already. Disconnect it first.");
        }
        access.audit(viewer, "platform.connected", id.toString(), described.name());
        return Optional.empty();
    }

    /** Registers Ownpath with a system that offers this by an address (dynamic registration). Why not, if it is not done. */
    public Optional<String> register(Viewer viewer, PlatformId id, PlatformRegistration.Offer offer) {
        access.require(viewer, Role.ADMINISTRATOR);
        PlatformRegistration.Registered registered = registration.register(offer);
        return registered instanceof PlatformRegistration.Registered.Done done
                ? connect(viewer, id, done.described())
                : Optional.of(((PlatformRegistration.Registered.Refused) registered).why());
    }

    /** Ends a system: it opens nothing here any more, and is told nothing. */
    @Transactional
    public void end(Viewer viewer, PlatformId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (rows.end(id, clock.instant())) {
            access.audit(viewer, "platform.ended", id.toString(), "");
        }
    }

    private Optional<String> problem(Platform.Described described) {
        Platform.Identity identity = described.identity();
        boolean named = Stream.of(described.name(), identity.issuer(), identity.client())
                .allMatch(text -> !text.isBlank() && text.length() <= LONGEST);
        if (!named || identity.deployment().length() > LONGEST) {
            return Optional.of("Give the system a name, its issuer and the client id that it gave to Ownpath.");
        }
        Platform.Addresses its = described.addresses();
        return address.refusal("The authentication address", its.authorization())
                .or(() -> address.refusal("The access token address", its.token()))
                .or(() -> address.refusal("The address of the keys", its.keys()));
    }
}
