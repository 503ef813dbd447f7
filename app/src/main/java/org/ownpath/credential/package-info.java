/**
 * Credential: what a student's mastery is worth outside of the school: graduation, transcripts and reports.
 *
 * <p>Front doors: {@link org.ownpath.credential.Graduation} for what graduating takes and how far students are,
 * {@link org.ownpath.credential.GraduationPlans} to adopt other requirements. Dispositions are always kept apart from
 * academic results. Depends on mastery, evidence, roster, policy, framework, shared and access.
 */
@NullMarked
package org.ownpath.credential;

import org.jspecify.annotations.NullMarked;
