/** What a teacher works with: groups, the grid, recording evidence, and each piece that was recorded. */
@NullMarked
package org.ownpath.portal.teacher;

import org.jspecify.annotations.NullMarked;
