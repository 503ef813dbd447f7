package org.ownpath.mastery;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How students stand in competencies at one moment, without the figures. */
public final class States {

    private final Map<StudentId, StatesOfStudent> students;
    private final Places places;
    private final long nowMicros;

    States(Map<StudentId, StatesOfStudent> students, Places places, long nowMicros) {
        this.students = students;
        this.places = places;
        this.nowMicros = nowMicros;
    }

    /** How the student stands in the competency. */
    public State of(StudentId student, CompetencyId competency) {
        StatesOfStudent states = students.get(student);
        return states == null ? State.NO_EVIDENCE : states.at(places.of(competency), nowMicros);
    }

    /** For each student, how he or she stands in each of the competencies, in their order. */
    public Function<StudentId, List<State>> rows(List<CompetencyId> competencies) {
        int[] columns = competencies.stream().mapToInt(places::of).toArray();
        List<State> nothing = Collections.nCopies(columns.length, State.NO_EVIDENCE);
        return student -> {
            StatesOfStudent states = students.get(student);
            return states == null ? nothing : states.at(columns, nowMicros);
        };
    }
}
