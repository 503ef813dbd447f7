package org.ownpath.assessment;

import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;

/**
 * What a scorer says of a demonstration.
 *
 * @param feedback to the student: what is good, and what would make it better
 * @param nextStep what to do next
 * @param practiceFirst whether the next step comes before another try
 */
public record ScoreSheet(
        Marks marks, String feedback, String nextStep, boolean practiceFirst, Depth depth, Context context) {}
