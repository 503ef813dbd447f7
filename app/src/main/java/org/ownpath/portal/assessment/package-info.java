/** Showing what one knows: the student's requests, the teacher's queue and scoring, and the library of tasks. */
@NullMarked
package org.ownpath.portal.assessment;

import org.jspecify.annotations.NullMarked;
