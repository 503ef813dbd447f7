package org.ownpath.exchange.xapi.cmi5;

import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;

/** A unit of a course that is in the catalogue of activities, and what it is evidence of. */
public record OfferedUnit(CourseId course, int unit, ActivityId activity, CompetencyId competency) {}
