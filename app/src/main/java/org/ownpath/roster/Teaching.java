package org.ownpath.roster;

/** Somebody who teaches or advises a group. */
public record Teaching(Person teacher, StudyGroup group) {

    /** Whether the group works on a subject; one that names none works on all. */
    public boolean covers(String subject) {
        return group.subjects().isEmpty() || group.subjects().contains(subject);
    }
}
