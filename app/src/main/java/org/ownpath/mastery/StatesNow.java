package org.ownpath.mastery;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How students stand at present, from what is kept in memory. */
final class StatesNow implements States {

    private final Map<StudentId, StatesOfStudent> students;
    private final Places places;
    private final long nowMicros;

    StatesNow(Map<StudentId, StatesOfStudent> students, Places places, long nowMicros) {
        this.students = students;
        this.places = places;
        this.nowMicros = nowMicros;
    }

    @Override
    public State of(StudentId student, CompetencyId competency) {
        StatesOfStudent states = students.get(student);
        return states == null ? State.NO_EVIDENCE : states.at(places.of(competency), nowMicros);
    }

    @Override
    public Function<StudentId, List<State>> rows(List<CompetencyId> competencies) {
        int[] columns = competencies.stream().mapToInt(places::of).toArray();
        List<State> nothing = Collections.nCopies(columns.length, State.NO_EVIDENCE);
        return student -> {
            StatesOfStudent states = students.get(student);
            return states == null ? nothing : states.at(columns, nowMicros);
        };
    }
}
