package org.ownpath.exchange.lti.platforms;

import java.time.Instant;
import java.util.Optional;

/** A learning management system that opens Ownpath. */
public record Platform(PlatformId id, Described described, Instant madeAt, Optional<Instant> endedAt) {

    /**
     * What it is.
     *
     * @param teachers whether it sends teachers too, and not students alone
     */
    public record Described(String name, Identity identity, Addresses addresses, boolean teachers) {}

    /**
     * As whom it speaks, and how it calls us.
     *
     * @param deployment empty: any
     */
    public record Identity(String issuer, String client, String deployment) {}

    /**
     * Where it answers.
     *
     * @param authorization is asked who comes
     * @param token gives access to its services
     * @param keys its JWKS address
     */
    public record Addresses(String authorization, String token, String keys) {}
}
