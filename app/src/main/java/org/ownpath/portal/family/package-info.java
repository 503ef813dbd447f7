/** What a family asks about its own children. */
@NullMarked
package org.ownpath.portal.family;

import org.jspecify.annotations.NullMarked;
