package org.ownpath.insight;

import org.ownpath.shared.StudentId;

/** How many of a student's standings in a subject would move, and how. */
public record Changes(StudentId student, String subject, int advances, int falls, int due, int begins) {}
