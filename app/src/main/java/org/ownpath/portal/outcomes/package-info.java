/** Outcomes as pages, as files and on paper: whether it works, for whom, and for whom not. */
@NullMarked
package org.ownpath.portal.outcomes;

import org.jspecify.annotations.NullMarked;
