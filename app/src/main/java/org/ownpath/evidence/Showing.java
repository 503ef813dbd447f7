package org.ownpath.evidence;

import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** One student and one competency: what a judgement is about. */
public record Showing(StudentId student, CompetencyId competency) {}
