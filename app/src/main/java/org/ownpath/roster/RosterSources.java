package org.ownpath.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door to the names that other systems have for classes and students: what goes back to them is told by these. */
@Component
public class RosterSources {

    private final JdbcClient database;

    RosterSources(JdbcClient database) {
        this.database = database;
    }

    /**
     * A class as its source knows it.
     *
     * @param subjects what it works on; none means all
     */
    public record SourcedClass(
            GroupId id, String key, String name, Optional<String> schoolKey, List<String> subjects) {}

    /** The classes of one source that are taught now, by their keys; of every source where none is named. */
    public List<SourcedClass> classes(Optional<String> source) {
        return database.sql("""
                select g.id, g.source_id, g.name, g.subject, s.source_id as school_key
                from roster.study_group g left join roster.school s on s.id = g.school_id
                where g.active and g.kind = 'class' and (:source::text is null or g.source = :source)
                order by g.source_id, g.id""")
                .param("source", source.orElse(null))
                .query((row, n) -> new SourcedClass(
                        new GroupId(row.getObject("id", UUID.class)),
                        row.getString("source_id"),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("school_key")),
                        Optional.ofNullable(row.getString("subject"))
                                .map(text -> Arrays.asList(text.split("/")))
                                .orElse(List.of())))
                .list();
    }

    /** The students of a class by the keys of their source. */
    public Map<StudentId, String> studentsOf(GroupId group) {
        return database
                .sql("""
                select p.id, p.source_id from roster.membership m join roster.person p on p.id = m.person_id
                where m.group_id = ? and m.role = 'student' and m.active and p.active""")
                .param(group.value())
                .query((row, n) -> Map.entry(new StudentId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }
}
