package org.ownpath.roster;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Relationships;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells access who teaches and who cares for whom. */
@Component
class RosterRelationships implements Relationships {

    private final JdbcClient database;

    RosterRelationships(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<StudentId> taughtBy(PersonId teacher, Collection<StudentId> students) {
        return among(students, teacher, """
                select distinct s.person_id from roster.membership s
                join roster.teaching t on t.group_id = s.group_id
                where s.person_id = any(:students) and s.role = 'student' and s.active and t.person_id = :other""");
    }

    @Override
    public Set<StudentId> inCareOf(PersonId guardian, Collection<StudentId> students) {
        return among(students, guardian, """
                select student_id from roster.caring
                where student_id = any(:students) and guardian_id = :other""");
    }

    private Set<StudentId> among(Collection<StudentId> students, PersonId other, String query) {
        return database
                .sql(query)
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("other", other.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(StudentId::new)
                .collect(Collectors.toSet());
    }
}
