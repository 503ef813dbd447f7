/**
 * Groups by readiness: which topics to offer in a block of time, and who works on which, so that the whole gains most.
 * Assignment with given topics is exact; topics are chosen by local search.
 */
@NullMarked
package org.ownpath.engine.grouping;

import org.jspecify.annotations.NullMarked;
