package org.ownpath.support;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.SignalOwner;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Whom somebody looks after, and in which subjects: a teacher of mathematics in mathematics, an advisor in all. */
@Component
class Caseload {

    private final Roster roster;
    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Clock clock;

    Caseload(Roster roster, Frameworks frameworks, DesignChoices choices, Clock clock) {
        this.roster = roster;
        this.frameworks = frameworks;
        this.choices = choices;
        this.clock = clock;
    }

    /** Whether a signal about a student of this group stands on the list of whoever teaches or advises it. */
    static boolean has(StudyGroup group, Signal signal, SignalOwner owner) {
        List<String> taught = group.subjects();
        return owner.owns(taught.isEmpty())
                && (taught.isEmpty()
                        || taught.contains(signal.subject())
                        || signal.kind().ofWholeStudent());
    }

    /** The subjects by student. */
    Map<StudentId, Set<String>> of(Viewer viewer) {
        List<String> all = frameworks.curriculum().subjects();
        Map<StudentId, Set<String>> subjects = new HashMap<>();
        if (viewer.seesWholeDistrict()) {
            roster.students().forEach(student -> subjects.put(student.student(), Set.copyOf(all)));
            return subjects;
        }
        SignalOwner owner = choices.book().inForce(Settings.SIGNAL_OWNER, Place.DISTRICT, clock.instant());
        for (StudyGroup group : roster.groupsTaughtBy(viewer.person())) {
            if (!owner.owns(group.subjects().isEmpty())) {
                continue;
            }
            List<String> taught = group.subjects().isEmpty() ? all : group.subjects();
            for (Person student : roster.studentsOf(group.id())) {
                subjects.computeIfAbsent(student.student(), first -> new HashSet<>())
                        .addAll(taught);
            }
        }
        return subjects;
    }
}
