/**
 * Questions to a structure of prerequisites: what is ready next, what is the least to learn for a goal, and which
 * prerequisites the learners' own records suggest or doubt.
 */
@NullMarked
package org.ownpath.engine.structure;

import org.jspecify.annotations.NullMarked;
