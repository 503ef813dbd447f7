/**
 * Exchange: takes files in, each checked first, shown, and applied whole or not at all. Front door: {@link org.ownpath.exchange.Imports}.
 */
@NullMarked
package org.ownpath.exchange;

import org.jspecify.annotations.NullMarked;
