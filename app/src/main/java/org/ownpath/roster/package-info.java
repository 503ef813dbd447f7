/**
 * Roster: people, families, schools and groups, and who belongs where. Names live here and nowhere else.
 *
 * <p>Front doors: {@link org.ownpath.roster.Roster} to read, {@link org.ownpath.roster.RosterImport} to take a roster
 * in, {@link org.ownpath.roster.Demographics} to count by subgroup, never to tell of one. A person is in many groups at once; a group is never the container of learning. Grade labels are kept for
 * reports and never enter a decision. Depends on shared and access.
 */
@NullMarked
package org.ownpath.roster;

import org.jspecify.annotations.NullMarked;
