/**
 * Pathway: where a student is on the ladder in each subject, what is next, and how far they have grown.
 *
 * <p>Front door: {@link org.ownpath.pathway.Pathway}. Works from judgements and the prerequisite graph alone; neither age
 * nor grade label is asked. Depends on mastery, framework, policy, roster, shared and access.
 */
@NullMarked
package org.ownpath.pathway;

import org.jspecify.annotations.NullMarked;
