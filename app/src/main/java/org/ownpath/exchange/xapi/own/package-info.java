/**
 * What happens here, told as statements in the district's own store: front door {@link
 * org.ownpath.exchange.xapi.own.OwnStatements}. Hears {@link org.ownpath.mastery.MasteryChanged}.
 */
@NullMarked
package org.ownpath.exchange.xapi.own;

import org.jspecify.annotations.NullMarked;
