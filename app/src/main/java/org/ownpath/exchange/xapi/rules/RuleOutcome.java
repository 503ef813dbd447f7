package org.ownpath.exchange.xapi.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.PieceId;

/**
 * What became of a statement by a rule.
 *
 * @param piece the evidence; empty where it is none
 * @param why what it is evidence of, or why it is none
 * @param withdrawn whether the statement was taken back since, and the evidence with it
 */
public record RuleOutcome(
        UUID statement, String rule, Optional<PieceId> piece, String why, Instant weighedAt, boolean withdrawn) {}
