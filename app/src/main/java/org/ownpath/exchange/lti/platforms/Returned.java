package org.ownpath.exchange.lti.platforms;

import java.time.Instant;
import java.util.Optional;

/**
 * What a learning management system was told of a student, or why it was not.
 *
 * @param at when it was told last; empty where it was not yet
 * @param problem empty where nothing failed
 */
public record Returned(String platform, Optional<Instant> at, String told, String problem) {}
