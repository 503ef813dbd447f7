/** A student's plan: goals, the path to each, and what is done on the way. */
@NullMarked
package org.ownpath.portal.plan;

import org.jspecify.annotations.NullMarked;
