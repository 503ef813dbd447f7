/** The student's own page, also read by family and staff: where one is, what is next, and why. */
@NullMarked
package org.ownpath.portal.student;

import org.jspecify.annotations.NullMarked;
