/**
 * Support: who needs whom today and why, plans that answer, groups by readiness, and what came of them.
 *
 * <p>Front doors: {@link org.ownpath.support.Signals}, {@link org.ownpath.support.Plans}, {@link
 * org.ownpath.support.Blocks}, {@link org.ownpath.support.Attendance}. Hears {@link org.ownpath.mastery.MasteryChanged} and {@link org.ownpath.pathway.GoalsChanged}, looks at the
 * students concerned, and once a day at those who are due; what it sees can be dropped and is seen again the same. Tells {@link
 * org.ownpath.support.SignalsRaised}, {@link org.ownpath.support.PlanOpened} and {@link
 * org.ownpath.support.PlanClosed}. Depends on
 * pathway, mastery, evidence, framework, roster, shared and access.
 */
@NullMarked
package org.ownpath.support;

import org.jspecify.annotations.NullMarked;
