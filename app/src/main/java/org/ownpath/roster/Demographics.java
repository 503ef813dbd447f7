package org.ownpath.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The front door of demographics: whom to count together. For figures of many students only; no page and no file may say
 * it of one.
 */
@Component
public class Demographics {

    private final JdbcClient database;

    Demographics(JdbcClient database) {
        this.database = database;
    }

    /** Students by a trait's value; of whom nothing is told is in none of the sets. */
    public Map<String, Set<StudentId>> students(Trait trait) {
        Map<String, Set<StudentId>> students = new HashMap<>();
        database.sql("select student_id, " + trait.column() + " from roster.demographics where active and "
                        + trait.column() + " is not null")
                .query(row -> {
                    students.computeIfAbsent(row.getString(2), fresh -> new HashSet<>())
                            .add(new StudentId(row.getObject(1, UUID.class)));
                });
        return students;
    }

    /** What the roster tells of anybody. */
    public List<Trait> known() {
        return Stream.of(Trait.values())
                .filter(trait -> database.sql("select exists (select 1 from roster.demographics where active and "
                                + trait.column() + " is not null)")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
