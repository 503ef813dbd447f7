/**
 * Policy: the school's own rules as data, versioned and effective-dated; no version is ever edited.
 *
 * <p>Front door: {@link org.ownpath.policy.Rules}. Holds the rules of mastery, for the district or one subject; whoever
 * adopts one says why. Depends on shared and access.
 */
@NullMarked
package org.ownpath.policy;

import org.jspecify.annotations.NullMarked;
