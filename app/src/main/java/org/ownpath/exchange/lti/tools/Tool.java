package org.ownpath.exchange.lti.tools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.shared.AccountId;

/**
 * A learning tool.
 *
 * @param account speaks for it in the ledger; nobody signs in with it
 * @param endedAt empty while it is connected
 */
public record Tool(ToolId id, Described described, AccountId account, Instant madeAt, Optional<Instant> endedAt) {

    /**
     * What a tool is.
     *
     * @param tellsNames whether it is told the names and e-mail addresses of whoever opens it
     */
    public record Described(String name, Addresses addresses, boolean tellsNames) {}

    /**
     * Where a tool answers.
     *
     * @param initiation is told that somebody comes (OpenID Connect login initiation)
     * @param keys its JWKS address
     * @param redirects where messages for it may be sent
     * @param target what it opens unless a link says otherwise
     * @param picker where its content is picked; empty where it cannot be
     */
    public record Addresses(
            String initiation, String keys, List<String> redirects, String target, Optional<String> picker) {

        /** Keeps its own copy. */
        public Addresses {
            redirects = List.copyOf(redirects);
        }
    }

    /** As people call it. */
    public String name() {
        return described.name();
    }

    /** Where it answers. */
    public Addresses addresses() {
        return described.addresses();
    }
}
