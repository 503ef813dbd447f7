/**
 * Shared: the ids, moments and small words that every room uses.
 *
 * <p>Holds few types and no verbs of a school. Depends on no other room.
 */
@NullMarked
package org.ownpath.shared;

import org.jspecify.annotations.NullMarked;
