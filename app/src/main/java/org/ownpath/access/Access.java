package org.ownpath.access;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door of access: what a viewer may see and do, and the trail of what was done. */
@Component
public class Access {

    private final Relationships relationships;
    private final JdbcClient database;
    private final Clock clock;

    Access(Relationships relationships, JdbcClient database, Clock clock) {
        this.relationships = relationships;
        this.database = database;
        this.clock = clock;
    }

    /** Refuses unless the viewer may see this student. */
    public void requireView(Viewer viewer, StudentId student) {
        if (visible(viewer, List.of(student)).isEmpty()) {
            throw new NotAllowed("This student is not one of yours to see.");
        }
    }

    /** Those of the students whom the viewer may see. */
    public Set<StudentId> visible(Viewer viewer, Collection<StudentId> students) {
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
            return Set.copyOf(students);
        }
        return viewer.is(Role.TEACHER) ? Set.copyOf(relationships.taughtBy(viewer.person(), students)) : Set.of();
    }

    /** Refuses unless the viewer may record evidence about every one of these students. */
    public void requireRecord(Viewer viewer, Set<StudentId> students) {
        if (!recordable(viewer, students).containsAll(students)) {
            throw new NotAllowed("Evidence can be recorded by a teacher of the student, a leader or an administrator.");
        }
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

    /** Adds to the audit trail: what was done to what, in the words of the field; no names of students. */
    public void audit(Viewer viewer, String action, String subject, String detail) {
        database.sql("""
                insert into access.audit (id, district_id, at, account_id, action, subject, detail)
                values (:id, :district, :at, :account, :action, :subject, :detail)""")
                .param("id", TimeOrdered.next())
                .param("district", viewer.district().value())
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("account", viewer.account().value())
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
