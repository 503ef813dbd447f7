package org.ownpath.roster;

import org.ownpath.shared.SchoolId;

/** One school of the district. */
public record School(SchoolId id, String name) {}
