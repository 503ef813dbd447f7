/** Pages of badges: the definitions, what students earned, and checking a credential from anywhere. */
@NullMarked
package org.ownpath.portal.badges;

import org.jspecify.annotations.NullMarked;
