/**
 * Questions: what each kind of test item asks, how an answer is scored, and how texts and mathematics are written.
 *
 * <p>Pure: no database, no clock. Whatever a browser gets of a question is its {@link
 * org.ownpath.assessment.items.question.Sheet}, which has no key. Depends on nothing but jsoup.
 */
@NullMarked
package org.ownpath.assessment.items.question;

import org.jspecify.annotations.NullMarked;
