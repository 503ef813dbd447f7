/**
 * Pathway: where a student is on the ladder in each subject, what is next, and how far they have grown.
 *
 * <p>Front doors: {@link org.ownpath.pathway.Pathway}, {@link org.ownpath.pathway.Goals}, {@link
 * org.ownpath.pathway.GoalPaths}, {@link org.ownpath.pathway.GoalTalk}, {@link org.ownpath.pathway.GoalOutlooks}, {@link
 * org.ownpath.pathway.Activities}, {@link org.ownpath.pathway.PlannedActivities}, {@link org.ownpath.pathway.NextSteps},
 * {@link org.ownpath.pathway.Paces}. Tells {@link org.ownpath.pathway.GoalsChanged}. Works from judgements and the
 * prerequisite graph alone; neither age nor grade label is asked. Depends on mastery, framework, policy, roster, shared and
 * access.
 */
@NullMarked
package org.ownpath.pathway;

import org.jspecify.annotations.NullMarked;
