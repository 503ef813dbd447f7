package org.ownpath.mastery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The states of the students that were last asked for. The database counts each student's changes: it is asked for the
 * counts every time, and for the states only of those whose count is another.
 */
@Component
class StatesInMemory {

    private static final int MOST_STUDENTS = 5000;

    private final Cache<Key, StatesOfStudent> kept =
            Caffeine.newBuilder().maximumSize(MOST_STUDENTS).build();
    private final Places places = new Places();
    private final JdbcClient database;
    private final Clock clock;

    StatesInMemory(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Key(DistrictId district, StudentId student) {}

    States of(Collection<StudentId> students) {
        DistrictId district = DistrictScope.require();
        Map<StudentId, StatesOfStudent> found = new HashMap<>();
        Map<StudentId, Long> old = new HashMap<>();
        changes(students).forEach((student, changes) -> {
            StatesOfStudent states = kept.getIfPresent(new Key(district, student));
            if (states != null && states.changes() == changes) {
                found.put(student, states);
            } else {
                old.put(student, changes);
            }
        });
        if (!old.isEmpty()) {
            read(old).forEach((student, states) -> {
                kept.put(new Key(district, student), states);
                found.put(student, states);
            });
        }
        return new States(found, places, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    /** How often the judgements of each have changed. */
    Map<StudentId, Long> changes(Collection<StudentId> students) {
        Map<StudentId, Long> changes = new HashMap<>();
        database.sql("select student_id, changes from mastery.student where student_id = any(?)")
                .param(ids(students))
                .query((ResultSet row) -> {
                    changes.put(new StudentId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return changes;
    }

    /** What is read may be newer than the count that it is kept under: then it is read once more than needed. */
    private Map<StudentId, StatesOfStudent> read(Map<StudentId, Long> changes) {
        Map<StudentId, StatesOfStudent> states = new HashMap<>();
        database.sql("select student_id, " + StatesOfStudent.PACKED + """
                from mastery.judgement where student_id = any(?) group by student_id""")
                .param(ids(changes.keySet()))
                .query((ResultSet row) -> {
                    StudentId student = new StudentId(row.getObject(1, UUID.class));
                    states.put(
                            student,
                            StatesOfStudent.unpacked(changes.getOrDefault(student, 0L), row.getBytes(2), places));
                });
        return states;
    }

    private static UUID[] ids(Collection<StudentId> students) {
        List<UUID> ids = new ArrayList<>(students.size());
        students.forEach(student -> ids.add(student.value()));
        return ids.toArray(UUID[]::new);
    }
}
