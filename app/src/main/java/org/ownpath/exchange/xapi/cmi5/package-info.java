/**
 * Course packages by cmi5: imported, their units opened by students, what the units say held to the standard, and told on
 * which parts of a course somebody has satisfied. Front doors: {@link org.ownpath.exchange.xapi.cmi5.Courses}, {@link
 * org.ownpath.exchange.xapi.cmi5.CourseVisits}, {@link org.ownpath.exchange.xapi.cmi5.CourseStandings}.
 */
@NullMarked
package org.ownpath.exchange.xapi.cmi5;

import org.jspecify.annotations.NullMarked;
