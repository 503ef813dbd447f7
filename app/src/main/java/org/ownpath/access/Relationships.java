package org.ownpath.access;

import java.util.Collection;
import java.util.Set;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/** Who has to do with which students. Declared here, told by the roster. */
public interface Relationships {

    /** Those of the students whom this person teaches or advises today, in any group. */
    Set<StudentId> taughtBy(PersonId teacher, Collection<StudentId> students);

    /** Those of the students whom this person is a guardian of. */
    Set<StudentId> inCareOf(PersonId guardian, Collection<StudentId> students);
}
