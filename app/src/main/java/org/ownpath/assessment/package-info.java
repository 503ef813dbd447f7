/**
 * Assessment: how students show what they know when they are ready, and how it is scored.
 *
 * <p>Front doors: {@link org.ownpath.assessment.Tasks} for the library of tasks with their rubrics,
 * {@link org.ownpath.assessment.Requests} to ask, {@link org.ownpath.assessment.Demonstrations} to answer and hand in,
 * {@link org.ownpath.assessment.Scoring} to score, {@link org.ownpath.assessment.Portfolios} to look back. Every result
 * becomes evidence in the ledger, in the transaction that stores it. Item banks and tests are in {@code items}. Depends on
 * evidence, framework, roster, policy, shared and access.
 */
@NullMarked
package org.ownpath.assessment;

import org.jspecify.annotations.NullMarked;
