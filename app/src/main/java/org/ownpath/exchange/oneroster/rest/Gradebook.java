package org.ownpath.exchange.oneroster.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.RosterSources;
import org.ownpath.roster.RosterSources.SourcedClass;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Gradebooks of the current district's classes, as other systems know the classes. */
@Component
class Gradebook {

    private final RosterSources roster;
    private final Mastery mastery;
    private final Frameworks frameworks;

    Gradebook(RosterSources roster, Mastery mastery, Frameworks frameworks) {
        this.roster = roster;
        this.mastery = mastery;
        this.frameworks = frameworks;
    }

    List<SourcedClass> classes(Optional<String> source) {
        return roster.classes(source);
    }

    List<GradebookRow> of(SourcedClass group) {
        Map<StudentId, String> students = roster.studentsOf(group.id());
        return new ClassGradebook(group, frameworks.curriculum(), students, mastery.of(students.keySet())).rows();
    }
}
