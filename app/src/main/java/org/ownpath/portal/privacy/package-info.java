/** Pages of privacy: everything that is kept about a person, to take along, and erasing somebody. */
@NullMarked
package org.ownpath.portal.privacy;

import org.jspecify.annotations.NullMarked;
