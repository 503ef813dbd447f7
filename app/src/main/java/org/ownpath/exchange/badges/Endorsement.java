package org.ownpath.exchange.badges;

import java.time.Instant;

/**
 * That somebody stands behind a badge of somebody.
 *
 * @param about what is endorsed, by its identifier
 * @param document the signed credential
 */
public record Endorsement(EndorsementId id, String about, String endorser, String words, String document, Instant at) {}
