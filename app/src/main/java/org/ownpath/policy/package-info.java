/**
 * Policy: the ten design choices and the rules of mastery as data: versioned, effective-dated, scoped from the district to
 * a student, locked or open at each scope. Nothing that was adopted is ever edited.
 *
 * <p>Front doors: {@link org.ownpath.policy.DesignChoices} for settings, drafts and adopting, {@link
 * org.ownpath.policy.Rules} for the rules of mastery. {@link org.ownpath.policy.Settings} is the catalogue. Depends on
 * shared and access.
 */
@NullMarked
package org.ownpath.policy;

import org.jspecify.annotations.NullMarked;
