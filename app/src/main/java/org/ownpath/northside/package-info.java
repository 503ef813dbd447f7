/**
 * Northside: the seed school that the demo, the tests and the screenshots share, and Southfield, a district beside it.
 *
 * <p>Not a room: it hands its framework, people and evidence to the front doors like anybody else. Nothing depends on it
 * but the launcher.
 */
@NullMarked
package org.ownpath.northside;

import org.jspecify.annotations.NullMarked;
