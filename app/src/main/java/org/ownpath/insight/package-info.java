/**
 * Insight: outcomes, equity, and what other rules would do, read from what the other rooms know.
 *
 * <p>Front door of outcomes: {@link org.ownpath.insight.Outcomes}. Changes no judgement and no rule. Depends on mastery,
 * evidence, policy, roster, framework, shared and access.
 */
@NullMarked
package org.ownpath.insight;

import org.jspecify.annotations.NullMarked;
