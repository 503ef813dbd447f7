package org.ownpath.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of access: what a viewer may see and do, and the trail of what was done. */
@Component
public class Access {

    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

    private final Relationships relationships;
    private final AuditTrail trail;

    Access(Relationships relationships, AuditTrail trail) {
        this.relationships = relationships;
        this.trail = trail;
    }

    /** Refuses unless the viewer may see this student. */
    public void requireView(Viewer viewer, StudentId student) {
        if (visible(viewer, List.of(student)).isEmpty()) {
            throw new NotAllowed("This student is not one of yours to see.");
        }
    }

    /** Those of the students whom the viewer may see. */
    public Set<StudentId> visible(Viewer viewer, Collection<StudentId> students) {
        return noted(students, seen(viewer, students));
    }

    /** A single student who is asked for is looked at; of many it is asked which to name. */
    private static Set<StudentId> noted(Collection<StudentId> asked, Set<StudentId> allowed) {
        if (asked.size() == 1) {
            Sightings.about(allowed);
        }
        return allowed;
    }

    private Set<StudentId> seen(Viewer viewer, Collection<StudentId> students) {
        if (viewer.seesWholeDistrict()) {
            return Set.copyOf(students);
        }
        Set<StudentId> visible = new HashSet<>();
        if (viewer.is(Role.TEACHER)) {
            visible.addAll(relationships.taughtBy(viewer.person(), students));
        }
        if (viewer.is(Role.FAMILY)) {
            visible.addAll(relationships.inCareOf(viewer.person(), students));
        }
        StudentId self = StudentId.of(viewer.person());
        if (viewer.is(Role.STUDENT) && students.contains(self)) {
            visible.add(self);
        }
        return visible;
    }

    /** Those of the students about whom the viewer may record evidence. */
    public Set<StudentId> recordable(Viewer viewer, Collection<StudentId> students) {
        if (viewer.seesWholeDistrict()) {
            return noted(students, Set.copyOf(students));
        }
        return viewer.is(Role.TEACHER)
                ? noted(students, Set.copyOf(relationships.taughtBy(viewer.person(), students)))
                : Set.of();
    }

    /** Refuses unless the viewer may record evidence about every one of these students. */
    public void requireRecord(Viewer viewer, Set<StudentId> students) {
        if (!recordable(viewer, students).containsAll(students)) {
            throw new NotAllowed("Evidence can be recorded by a teacher of the student, a leader or an administrator.");
        }
        Sightings.about(students);
    }

    /** Refuses unless the viewer has one of these roles. */
    public void require(Viewer viewer, Role... anyOf) {
        for (Role role : anyOf) {
            if (viewer.is(role)) {
                return;
            }
        }
        throw new NotAllowed("This page is for another role than yours.");
    }

    /** Refuses unless the viewer works for the school. */
    public void requireStaff(Viewer viewer) {
        require(viewer, Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR);
    }

    /**
     * Adds to the audit trail, in the transaction of what was done: what was done to what, in the words of the field; no
     * names of students. The students whom the request is about are noted with it.
     */
    public void audit(Viewer viewer, String action, String subject, String detail) {
        List<PersonId> about =
                Sightings.now().stream().map(StudentId::person).sorted(BY_ID).toList();
        boolean own = about.isEmpty() && viewer.is(Role.STUDENT);
        trail.add(viewer, new AuditEntry.Deed(action, subject, detail), own ? List.of(viewer.person()) : about);
    }

    /** Adds to the audit trail what was done about a person. */
    public void audit(Viewer viewer, PersonId about, String action, String detail) {
        trail.add(viewer, new AuditEntry.Deed(action, about.toString(), detail), List.of(about));
    }
}
