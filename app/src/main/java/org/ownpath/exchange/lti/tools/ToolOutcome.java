package org.ownpath.exchange.lti.tools;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.PieceId;

/**
 * What became of a score that a tool sent.
 *
 * @param piece the evidence; empty where it is none
 * @param why what it is evidence of, or why it is none
 */
public record ToolOutcome(Instant at, String tool, String label, Optional<PieceId> piece, String why) {}
