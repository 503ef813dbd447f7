/**
 * Learning tools that a district connects by LTI 1.3, where it is the platform: registered, opened, their content picked
 * into the catalogue, their scores evidence. Front doors: {@link org.ownpath.exchange.lti.tools.Tools}, {@link
 * org.ownpath.exchange.lti.tools.ToolLinks}, {@link org.ownpath.exchange.lti.tools.Launches}, {@link
 * org.ownpath.exchange.lti.tools.Picking}.
 */
@NullMarked
package org.ownpath.exchange.lti.tools;

import org.jspecify.annotations.NullMarked;
