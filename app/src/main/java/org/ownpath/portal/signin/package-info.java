/** Pages of signing in: the door itself, one's own account, and letting others in. */
@NullMarked
package org.ownpath.portal.signin;

import org.jspecify.annotations.NullMarked;
