/**
 * Insight: outcomes, equity, and what other rules would do, read from what the other rooms know.
 *
 * <p>Front doors: {@link org.ownpath.insight.Outcomes}, {@link org.ownpath.insight.CourseOutcomes}, {@link org.ownpath.insight.Batching}
 * for the comparison with batching, and {@link org.ownpath.insight.WhatIf}, which replays the ledger under drafted rules. Changes no judgement
 * and no rule. Depends on mastery, evidence, policy, roster, framework, shared and access.
 */
@NullMarked
package org.ownpath.insight;

import org.jspecify.annotations.NullMarked;
