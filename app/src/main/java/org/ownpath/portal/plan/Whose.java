package org.ownpath.portal.plan;

import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Finds whom a plan is of, for those who may see the student. */
@Component
class Whose {

    private final Access access;
    private final Roster roster;

    Whose(Access access, Roster roster) {
        this.access = access;
        this.roster = roster;
    }

    Person student(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return roster.person(student.person()).orElseThrow(NotFound::student);
    }

    /** Where the plan of this student is, for this viewer. */
    static String plan(Viewer viewer, Person student) {
        return Voice.of(viewer, student).own() ? "/plan" : "/students/" + student.id() + "/plan";
    }
}
