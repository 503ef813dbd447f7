package org.ownpath.pathway;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What pathway keeps about people. */
@Component
class PathwayAbout implements KeepsAbout {

    private static final String OF_GOAL = "goal_id in (select g.id from pathway.goal g where g.student_id = :person)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("pathway.goal", "Goals", "student_id = :person"),
                KeptTable.of("pathway.goal_step", "Steps of goals", OF_GOAL),
                KeptTable.of("pathway.goal_change", "How the path to a goal was adjusted", OF_GOAL),
                KeptTable.of("pathway.goal_words", "Words on goals", OF_GOAL + " or person_id = :person"),
                KeptTable.of("pathway.planned_activity", "Activities that were planned", "student_id = :person"));
    }

    @Override
    public String forget() {
        return "select pathway.forget(:person) where cast(:account as uuid) is not null";
    }
}
