package org.ownpath.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored signals. */
@Component
class SignalRows {

    private final JdbcClient database;

    SignalRows(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends, nobody else replaces signals of these students: what is read after this is the latest. */
    void lock(Collection<StudentId> students) {
        database.sql("""
                select count(pg_advisory_xact_lock(key))
                from (select hashtextextended('support.signal ' || id, 0) as key from unnest(?::uuid[]) as t (id)
                      order by 1) in_order""").param(ids(students)).query(Long.class).single();
    }

    /**
     * Puts what was seen in the place of all that the students had; gives what is new: of those who were looked at before
     * on the same basis, and of those of whom there is something new. What is seen only because it is looked at in another
     * way is no news, and nor is anything at the first look.
     */
    List<Signal.Key> replace(List<Looking.Seen> seen, String basis) {
        List<Signal> signals = seen.stream().flatMap(s -> s.signals().stream()).toList();
        List<StudentId> students = seen.stream().map(Looking.Seen::student).toList();
        Set<StudentId> known = lookedAtBefore(seen, basis);
        Set<Signal.Key> before = of(students).stream().map(Signal::key).collect(Collectors.toSet());
        database.sql("delete from support.signal where student_id = any(?)")
                .param(ids(students))
                .update();
        insert(signals);
        looked(seen, basis);
        return signals.stream()
                .map(Signal::key)
                .filter(key -> known.contains(key.student()) && !before.contains(key))
                .toList();
    }

    /** Makes these students due at the next look of a day, should nobody look at them before. */
    void due(Collection<StudentId> students, Instant now) {
        database.sql("update support.looked set again_at = :now where student_id = any(:students)")
                .param("now", Timestamp.from(now))
                .param("students", ids(students))
                .update();
    }

    private Set<StudentId> lookedAtBefore(List<Looking.Seen> seen, String basis) {
        return database.sql("""
                select l.student_id from support.looked l
                join unnest(:students::uuid[], :changes::bigint[]) as t (student, changes) on t.student = l.student_id
                where l.basis = :basis or l.changes <> t.changes""")
                .param("students", column(seen, s -> s.student().toString()))
                .param("changes", changes(seen))
                .param("basis", basis)
                .query((row, n) -> new StudentId(row.getObject(1, UUID.class)))
                .set();
    }

    private static Long[] changes(List<Looking.Seen> seen) {
        return seen.stream().map(Looking.Seen::changes).toArray(Long[]::new);
    }

    private void looked(List<Looking.Seen> seen, String basis) {
        database.sql("""
                insert into support.looked (district_id, student_id, basis, changes, again_at)
                select :district, t.student, :basis, t.changes, t.again
                from unnest(:students::uuid[], :changes::bigint[], :again::timestamptz[])
                     as t (student, changes, again)
                on conflict (student_id) do update
                set basis = excluded.basis, changes = excluded.changes, again_at = excluded.again_at""")
                .param("district", DistrictScope.require().value())
                .param("basis", basis)
                .param("students", column(seen, s -> s.student().toString()))
                .param("changes", changes(seen))
                .param(
                        "again",
                        seen.stream()
                                .map(s -> s.again().map(Instant::toString).orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    /** A look that still holds. */
    record Looked(StudentId student, long changes) {}

    /** Those looks of the district that rest on this basis and that time alone has not made old. */
    List<Looked> lookedAt(String basis, Instant now) {
        return database.sql("""
                select student_id, changes from support.looked
                where basis = :basis and (again_at is null or again_at > :now)""")
                .param("basis", basis)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Looked(new StudentId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list();
    }

    private void insert(List<Signal> signals) {
        if (signals.isEmpty()) {
            return;
        }
        database.sql("""
                insert into support.signal
                    (district_id, student_id, kind, subject, competencies, since, urgency, reason)
                select :district, t.student, t.kind, t.subject, string_to_array(t.competencies, ',')::uuid[], t.since,
                       t.urgency, t.reason
                from unnest(:students::uuid[], :kinds::text[], :subjects::text[], :competencies::text[],
                            :sinces::timestamptz[], :urgencies::int[], :reasons::text[])
                     as t (student, kind, subject, competencies, since, urgency, reason)""")
                .param("district", DistrictScope.require().value())
                .param("students", column(signals, signal -> signal.student().toString()))
                .param("kinds", column(signals, signal -> signal.kind().code()))
                .param("subjects", column(signals, Signal::subject))
                .param(
                        "competencies",
                        column(
                                signals,
                                signal -> signal.competencies().stream()
                                        .map(CompetencyId::toString)
                                        .collect(Collectors.joining(","))))
                .param("sinces", column(signals, signal -> signal.since().toString()))
                .param("urgencies", signals.stream().map(Signal::urgency).toArray(Integer[]::new))
                .param("reasons", column(signals, Signal::reason))
                .update();
    }

    /** The signals of these students, most urgent first. */
    List<Signal> of(Collection<StudentId> students) {
        return database.sql("""
                select * from support.signal where student_id = any(?)
                order by urgency desc, since, student_id, kind, subject""").param(ids(students)).query(SignalRows::signal).list();
    }

    private static <T> String[] column(List<T> of, Function<T, String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<StudentId> students) {
        return students.stream().map(StudentId::value).toArray(UUID[]::new);
    }

    private static Signal signal(ResultSet row, int n) throws SQLException {
        UUID[] competencies = (UUID[]) row.getArray("competencies").getArray();
        return new Signal(
                new StudentId(row.getObject("student_id", UUID.class)),
                SignalKind.ofCode(row.getString("kind")),
                row.getString("subject"),
                Arrays.stream(competencies).map(CompetencyId::new).toList(),
                row.getTimestamp("since").toInstant(),
                row.getInt("urgency"),
                row.getString("reason"));
    }
}
