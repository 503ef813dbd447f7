package org.ownpath.assessment;

import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;

/** What a scorer gives a demonstration: marks, words to the student, and what sort of showing it was. */
public record ScoreSheet(Marks marks, Feedback feedback, Depth depth, Context context) {}
