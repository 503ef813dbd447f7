/** Pages about courses from packages: importing one, what its units count for, how far students are, and coming back. */
@NullMarked
package org.ownpath.portal.courses;

import org.jspecify.annotations.NullMarked;
