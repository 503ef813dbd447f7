/**
 * Learning management systems that open Ownpath by LTI 1.3, where it is the tool. Front doors: {@link
 * org.ownpath.exchange.lti.platforms.Platforms}, {@link org.ownpath.exchange.lti.platforms.Arrivals}.
 */
@NullMarked
package org.ownpath.exchange.lti.platforms;

import org.jspecify.annotations.NullMarked;
