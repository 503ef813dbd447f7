package org.ownpath.mastery;

import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How students stand in competencies at one moment, without the figures. */
@FunctionalInterface
public interface States {

    /** How the student stands in the competency. */
    State of(StudentId student, CompetencyId competency);
}
