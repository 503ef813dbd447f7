package org.ownpath.evidence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door of evidence for reading: entries for people, pieces for the engine. */
@Component
public class LedgerReading {

    private static final UUID LOWEST = new UUID(0, 0);

    /** The database's infinity. */
    private static final OffsetDateTime EVER = OffsetDateTime.MAX;

    private final JdbcClient database;

    LedgerReading(JdbcClient database) {
        this.database = database;
    }

    /** Every entry of one piece, also those that were replaced. */
    public List<Entry> piece(PieceId piece) {
        return database.sql(EntryRows.ENTRY + "where e.piece_id = :piece")
                .param("by", EVER)
                .param("piece", piece.value())
                .query(EntryRows::entry)
                .list();
    }

    /** Every entry of a student for a competency, latest shown first, also those that were replaced. */
    public List<Entry> entries(StudentId student, CompetencyId competency) {
        return entries(student, competency, AsOf.now());
    }

    /** The same, of what was recorded by then. */
    public List<Entry> entries(StudentId student, CompetencyId competency, AsOf asOf) {
        return database.sql(EntryRows.ENTRY + """
                where e.student_id = :student and e.competency_id = :competency and e.recorded_at <= :by
                order by e.shown_at desc, e.recorded_at desc""")
                .param("by", by(asOf))
                .param("student", student.value())
                .param("competency", competency.value())
                .query(EntryRows::entry)
                .list();
    }

    /** The entries of a student that stand, latest shown first. */
    public List<Entry> latest(StudentId student, int limit) {
        return latest(student, limit, AsOf.now());
    }

    /** The same, of what was recorded by then. */
    public List<Entry> latest(StudentId student, int limit, AsOf asOf) {
        return database.sql(EntryRows.ENTRY + """
                where e.student_id = :student and e.kind = 'evidence' and r.piece_id is null and e.recorded_at <= :by
                order by e.shown_at desc, e.recorded_at desc limit :limit""")
                .param("by", by(asOf))
                .param("student", student.value())
                .param("limit", limit)
                .query(EntryRows::entry)
                .list();
    }

    /** What was recorded of a student and has been replaced or taken back since, the latest of that first. */
    public List<Entry> takenBack(StudentId student, int limit) {
        return database.sql(EntryRows.ENTRY + """
                where e.student_id = :student and e.kind = 'evidence' and r.piece_id is not null
                order by r.recorded_at desc limit :limit""")
                .param("by", by(AsOf.now()))
                .param("student", student.value())
                .param("limit", limit)
                .query(EntryRows::entry)
                .list();
    }

    /** What else the pieces of one competency have shown of the student, piece by piece; those of it alone are left out. */
    public Map<PieceId, Set<CompetencyId>> shownTogether(StudentId student, CompetencyId competency) {
        Map<PieceId, Set<CompetencyId>> together = new HashMap<>();
        database.sql("""
                select e.piece_id, o.competency_id from evidence.entry e
                join evidence.entry o on o.student_id = e.student_id and o.piece_id = e.piece_id
                where e.student_id = ? and e.competency_id = ? and o.competency_id <> e.competency_id
                  and o.kind = 'evidence'""")
                .params(student.value(), competency.value())
                .query((row, n) -> together.computeIfAbsent(
                                new PieceId(row.getObject(1, UUID.class)), first -> new HashSet<>())
                        .add(new CompetencyId(row.getObject(2, UUID.class))))
                .list();
        return together;
    }

    /** What the ledger holds of each of the pairs. A pair that it does not know is left out. */
    public Map<Showing, History> histories(Collection<Showing> showings) {
        return EntryRows.histories(database.sql("select t.student as student_id, t.competency as competency_id,"
                        + EntryRows.JUDGED_COLUMNS + """
                from unnest(:students::uuid[], :competencies::uuid[]) as t (student, competency)
                join evidence.entry e on e.student_id = t.student and e.competency_id = t.competency""")
                .param(
                        "students",
                        showings.stream().map(s -> s.student().toString()).toArray(String[]::new))
                .param(
                        "competencies",
                        showings.stream().map(s -> s.competency().toString()).toArray(String[]::new)));
    }

    /** What the ledger holds of these students, in all that they have shown. */
    public Map<Showing, History> historiesOf(Collection<StudentId> students) {
        return historiesOf(students, AsOf.now());
    }

    /** What the ledger held of these students at a moment: what was recorded by then, less what was replaced by then. */
    public Map<Showing, History> historiesOf(Collection<StudentId> students, AsOf asOf) {
        return EntryRows.histories(database.sql("select e.student_id, e.competency_id," + EntryRows.JUDGED_COLUMNS
                        + "from evidence.entry e where e.student_id = any(:students) and e.recorded_at <= :by")
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("by", by(asOf)));
    }

    private static OffsetDateTime by(AsOf asOf) {
        return asOf.earlier().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(EVER);
    }

    /** The pairs that the ledger knows, in a fixed order, from after the given one on. */
    public List<Showing> showings(Optional<Showing> after, int limit) {
        return database.sql("""
                select distinct student_id, competency_id from evidence.entry
                where (student_id, competency_id) > (:student::uuid, :competency::uuid)
                order by student_id, competency_id limit :limit""")
                .param("student", after.map(s -> s.student().value()).orElse(LOWEST))
                .param("competency", after.map(s -> s.competency().value()).orElse(LOWEST))
                .param("limit", limit)
                .query((row, n) -> EntryRows.showing(row))
                .list();
    }

    /** How many entries the district's ledger holds. */
    public long size() {
        return database.sql("select count(*) from evidence.entry")
                .query(Long.class)
                .single();
    }
}
