/**
 * Insight: what the school's own ledger says to those who lead it: what a drafted rule would change before it is adopted,
 * and how the school is doing.
 *
 * <p>Front doors: {@code WhatIf} replays the ledger under drafted rules. Reads judgements and
 * evidence; changes neither. Depends on mastery, evidence, policy, roster, framework, shared and access.
 */
@NullMarked
package org.ownpath.insight;

import org.jspecify.annotations.NullMarked;
