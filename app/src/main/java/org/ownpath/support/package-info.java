/**
 * Support: who needs whom today and why, plans that answer, groups by readiness, and what came of them.
 *
 * <p>Front doors: {@link org.ownpath.support.Signals}, {@link org.ownpath.support.Plans}, {@link
 * org.ownpath.support.Blocks}. Hears {@link org.ownpath.mastery.MasteryChanged}, looks at the
 * students concerned, and at everybody once a day; what it sees can be dropped and is seen again the same. Depends on
 * mastery, evidence, framework, roster, shared and access.
 */
@NullMarked
package org.ownpath.support;

import org.jspecify.annotations.NullMarked;
