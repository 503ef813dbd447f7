/**
 * Learning tools and learning management systems by LTI 1.3: what both sides have in common, which is the district's name,
 * its keys, and how messages of others are read. Front door: {@link org.ownpath.exchange.lti.LtiKeys}.
 */
@NullMarked
package org.ownpath.exchange.lti;

import org.jspecify.annotations.NullMarked;
