/**
 * Mastery: what the ledger says of each student and competency under the rule in force, and why.
 *
 * <p>Front doors: {@link org.ownpath.mastery.Mastery} to read and explain, {@link org.ownpath.mastery.Rejudging} to judge
 * again, {@link org.ownpath.mastery.Areas} for skills in each subject. Judgements are written in the transaction that
 * records the evidence; they can be dropped and rebuilt, and the
 * rebuild equals the live ones. Tells {@link org.ownpath.mastery.MasteryChanged}. Depends on evidence, framework, policy, shared and access.
 */
@NullMarked
package org.ownpath.mastery;

import org.jspecify.annotations.NullMarked;
