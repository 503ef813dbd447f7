/**
 * Item banks and tests: the questions that a school keeps, and the tests, fixed or adaptive, that students take on them.
 *
 * <p>Front doors: {@link org.ownpath.assessment.items.ItemBanks} to keep questions, {@link
 * org.ownpath.assessment.items.TestOffers} to offer a test to a group and see what came of it, {@link
 * org.ownpath.assessment.items.Tests} to take one. Every answer is stored when it is acknowledged, and the next question
 * follows from the answers alone; a finished test becomes evidence in the ledger. Keys never leave the server.
 */
@NullMarked
package org.ownpath.assessment.items;

import org.jspecify.annotations.NullMarked;
