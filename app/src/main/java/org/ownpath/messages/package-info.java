/**
 * Messages: who is told what, where and how often, in their language, and never more than they may see.
 *
 * <p>Front doors: {@link org.ownpath.messages.Notices}, {@link org.ownpath.messages.MessageChoices}, {@link
 * org.ownpath.messages.Mails}, {@link org.ownpath.messages.Invitations}. Hears {@link org.ownpath.support.SignalsRaised}, {@link org.ownpath.support.PlanOpened},
 * {@link org.ownpath.support.PlanClosed}, {@link org.ownpath.mastery.MasteryChanged}, {@link
 * org.ownpath.assessment.DemonstrationMoved}, {@link org.ownpath.access.signin.WayBackAsked} and {@link
 * org.ownpath.access.signin.PasswordChanged}. Depends on support, mastery, assessment, roster, framework, shared and access.
 */
@NullMarked
package org.ownpath.messages;

import org.jspecify.annotations.NullMarked;
