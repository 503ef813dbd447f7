/** What leaders ask: how wide readiness is spread, and which rules hold. */
@NullMarked
package org.ownpath.portal.leader;

import org.jspecify.annotations.NullMarked;
