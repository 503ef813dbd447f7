package org.ownpath.evidence;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A piece that stands and can count towards mastery, less what only a judgement needs.
 *
 * @param rating empty where it was missed or excused
 * @param byTest whether it was shown by a test
 * @param byRecall whether it shows no more than recall
 */
public record Try(Instant shownAt, OptionalDouble rating, boolean byTest, boolean byRecall) {}
