/** What leaders decide: which rules hold. */
@NullMarked
package org.ownpath.portal.leader;

import org.jspecify.annotations.NullMarked;
