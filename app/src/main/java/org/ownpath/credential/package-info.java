/**
 * Credential: what a student's mastery is worth outside of the school: graduation, transcripts and reports.
 *
 * <p>Front doors: {@link org.ownpath.credential.Graduation} for how far students are,
 * {@link org.ownpath.credential.GraduationPlans} for what graduating takes, {@link org.ownpath.credential.Transcripts} for
 * a student's record, {@link org.ownpath.credential.SharedLinks} to show it to somebody outside. Dispositions are always
 * kept apart from academic results. Depends on mastery, evidence, roster, policy, framework, shared and access.
 */
@NullMarked
package org.ownpath.credential;

import org.jspecify.annotations.NullMarked;
