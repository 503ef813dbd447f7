package org.ownpath.exchange.oneroster.rest;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.AccountId;

/**
 * A student information system that is connected.
 *
 * @param nextRun empty where it is read by hand only
 * @param failures how many runs have failed in a row
 */
public record StudentSystem(
        StudentSystemId id,
        Address address,
        Schedule schedule,
        Optional<Instant> nextRun,
        int failures,
        AccountId connectedBy) {

    /** The usual scopes: the roster with its demographics, to read. */
    public static final String SCOPES = "https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly "
            + "https://purl.imsglobal.org/spec/or/v1p2/scope/roster-demographics.readonly";

    /**
     * Where it is, and as whom we ask.
     *
     * @param name also what its rosters call their source
     * @param root where its services lie: what stands before {@code /ims/oneroster}
     */
    public record Address(String name, String root, String tokenAddress, String clientId, String scopes) {}

    /** What it is called. */
    public String name() {
        return address.name();
    }
}
