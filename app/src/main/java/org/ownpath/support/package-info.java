/**
 * Support: who needs whom today and why, drawn from evidence.
 *
 * <p>Front door: {@link org.ownpath.support.Signals}. Hears {@link org.ownpath.mastery.MasteryChanged}, looks at the
 * students concerned, and at everybody once a day; what it sees can be dropped and is seen again the same. Depends on
 * mastery, evidence, framework, roster, shared and access.
 */
@NullMarked
package org.ownpath.support;

import org.jspecify.annotations.NullMarked;
