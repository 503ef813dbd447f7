package org.ownpath.portal.student;

import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;

/**
 * How a page speaks about a student: to the student, or about them to somebody else.
 *
 * @param name who a sentence is about: "You" or the given name
 * @param own whether the student reads it themself
 * @param staff whether somebody who works for the school reads it
 */
public record Voice(String name, boolean own, boolean staff) {

    /** How a page that this viewer reads speaks about the student. */
    public static Voice of(Viewer viewer, Person student) {
        boolean own = viewer.is(Role.STUDENT) && viewer.person().equals(student.id());
        return new Voice(own ? "You" : student.givenName(), own, viewer.isStaff());
    }

    /** "You are" or "Maya is". */
    public String are() {
        return own ? "You are" : name + " is";
    }

    /** "You have" or "Maya has". */
    public String have() {
        return own ? "You have" : name + " has";
    }
}
