package org.ownpath.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

    /** Until the transaction ends, nobody else replaces signals of the district: what is read after this is the latest. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('support.signal ' || :district))")
                .param("district", DistrictScope.require().toString())
                .query((row, n) -> true)
                .list();
    }

    /** Puts these signals in the place of all that the students had. */
    void replace(Collection<StudentId> students, List<Signal> signals) {
        database.sql("delete from support.signal where student_id = any(?)")
                .param(ids(students))
                .update();
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

    private static String[] column(List<Signal> signals, Function<Signal, String> value) {
        return signals.stream().map(value).toArray(String[]::new);
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
