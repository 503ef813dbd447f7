package org.ownpath.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outcome of a judgement without its reasons.
 *
 * @param value the computed value in the scale's units; empty when nothing that counts has one
 * @param count the demonstrations: rated pieces that count
 * @param masteredAt the moment from which mastery has stood without a break until now, in the order in which evidence
 *     was shown; a lapse of freshness is not a break. Usually the moment a piece was shown; under a rule with a window it
 *     can be the moment a weak piece left the window. Empty unless mastery stands
 * @param lastShownAt when the latest demonstration, or the professional judgement that decides, was shown
 * @param freshUntil the last instant at which mastery is fresh; empty without freshness or unless mastery stands
 */
public record Verdict(
        State state,
        OptionalDouble value,
        int count,
        Optional<Instant> masteredAt,
        Optional<Instant> lastShownAt,
        Optional<Instant> freshUntil) {}
