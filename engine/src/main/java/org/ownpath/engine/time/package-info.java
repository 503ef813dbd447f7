/**
 * Mastery over time: how long it is remembered, how fast it grows, and whether a change is more than chance.
 *
 * <p>Retention is kept apart from mastery: forgetting lowers the chance of recall, never what was once shown. Durations
 * are in days for memory and in weeks for pace. There is no clock here: every date is an argument.
 */
@NullMarked
package org.ownpath.engine.time;

import org.jspecify.annotations.NullMarked;
