package org.ownpath.mastery;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.CopiedRow;
import org.ownpath.access.CopyReading;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Piece;
import org.ownpath.engine.State;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door of mastery: how students stand, and why. */
@Component
public class Mastery {

    /** The judgements that rest on anything, of whom follows. */
    private static final String SOMETHING_SHOWN = "mastery.judgement where state <> 'no_evidence' and student_id = ";

    private static final String STANDING = """
            select student_id, competency_id,
                   case when state = 'mastered' and fresh_until < :now then 'needs_refresh' else state end as state,
                   value, pieces, mastered_at, last_shown_at, fresh_until
            from mastery.judgement
            where state <> 'no_evidence' and
            """;

    private final JdbcClient database;
    private final CopyReading copies;
    private final StatesInMemory states;
    private final EarlierJudgements earlier;
    private final LedgerReading ledger;
    private final Rules rules;
    private final Clock clock;

    Mastery(
            JdbcClient database,
            CopyReading copies,
            StatesInMemory states,
            EarlierJudgements earlier,
            LedgerReading ledger,
            Rules rules,
            Clock clock) {
        this.database = database;
        this.copies = copies;
        this.states = states;
        this.earlier = earlier;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /** How a student stands in everything there is evidence of. */
    public Map<CompetencyId, Standing> of(StudentId student) {
        return database
                .sql(STANDING + " student_id = :student")
                .param("now", now())
                .param("student", student.value())
                .query(Mastery::standing)
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::competency, s -> s));
    }

    /** How a student stood in everything there was evidence of, by what was known then. */
    public Map<CompetencyId, Standing> of(StudentId student, AsOf asOf) {
        return asOf.earlier().map(moment -> earlier.of(student, moment)).orElseGet(() -> of(student));
    }

    /** How these students stand in these competencies; pairs without evidence are left out. */
    public List<Standing> of(Collection<StudentId> students, Collection<CompetencyId> competencies) {
        return database.sql(STANDING + " student_id = any(:students) and competency_id = any(:competencies)")
                .param("now", now())
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param(
                        "competencies",
                        competencies.stream().map(CompetencyId::value).toArray(UUID[]::new))
                .query(Mastery::standing)
                .list();
    }

    /** How these students stand in everything there is evidence of. */
    public List<Standing> of(Collection<StudentId> students) {
        Instant now = clock.instant();
        List<Standing> standings = new ArrayList<>();
        database.sql("select student_id, string_agg(" + PackedStandings.JUDGEMENT + ", ''::bytea) from "
                        + SOMETHING_SHOWN + "any(:students) group by student_id")
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    StudentId student = new StudentId(row.getObject(1, UUID.class));
                    ByteBuffer judgements = ByteBuffer.wrap(row.getBytes(2));
                    while (judgements.hasRemaining()) {
                        standings.add(PackedStandings.unpacked(student, judgements, now));
                    }
                });
        return standings;
    }

    /** The same by student; those of whom there is no evidence are left out. */
    public Map<StudentId, Map<CompetencyId, Standing>> byStudent(Collection<StudentId> students) {
        return of(students).stream()
                .collect(Collectors.groupingBy(Standing::student, Collectors.toMap(Standing::competency, s -> s)));
    }

    /**
     * The same of very many students, packed; outside of any transaction. Those of whom there is no evidence are left out.
     */
    public Map<StudentId, PackedStandings> packed(Collection<StudentId> students) {
        Map<StudentId, PackedStandings> packed = new HashMap<>();
        if (!students.isEmpty()) {
            copies.read(
                    "select student_id, " + PackedStandings.JUDGEMENT + " from " + SOMETHING_SHOWN + "any("
                            + CopyReading.array(students) + ")",
                    new PackedRow(),
                    row -> packed.computeIfAbsent(row.student(), PackedStandings::new)
                            .add(row.judgement()));
        }
        return packed;
    }

    /** A student, and one of their judgements. */
    private static final class PackedRow extends CopiedRow {

        PackedRow() {
            super(2);
        }

        ByteBuffer judgement() {
            row().getInt();
            return row();
        }
    }

    /** How often the judgements of each of these students have changed so far; those never judged are left out. */
    public Map<StudentId, Long> changes(Collection<StudentId> students) {
        return states.changes(students);
    }

    /**
     * The states alone of these students: for grids and ladders of whole groups, which have no use for the figures of
     * {@link #of(Collection, Collection)}.
     */
    public States states(Collection<StudentId> students) {
        return states.of(students);
    }

    /** The states alone, by what was known then. */
    public States states(Collection<StudentId> students, AsOf asOf) {
        return asOf.earlier().map(moment -> earlier.states(students, moment)).orElseGet(() -> states(students));
    }

    /** Tells when these students mastered and last showed these competencies, pairs without evidence left out. */
    public void milestones(
            Collection<StudentId> students, Collection<CompetencyId> competencies, Consumer<Milestone> each) {
        database.sql("select student_id, " + Milestone.PACKED + """
                from mastery.judgement
                where state <> 'no_evidence' and student_id = any(:students) and competency_id = any(:competencies)
                group by student_id""")
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param(
                        "competencies",
                        competencies.stream().map(CompetencyId::value).toArray(UUID[]::new))
                .query((ResultSet row) ->
                        Milestone.unpack(new StudentId(row.getObject(1, UUID.class)), row.getBytes(2), each));
    }

    /** The same, by what was known then. */
    public void milestones(
            Collection<StudentId> students,
            Collection<CompetencyId> competencies,
            AsOf asOf,
            Consumer<Milestone> each) {
        asOf.earlier()
                .ifPresentOrElse(
                        moment -> earlier.milestones(students, moment).stream()
                                .filter(milestone -> competencies.contains(milestone.competency()))
                                .forEach(each),
                        () -> milestones(students, competencies, each));
    }

    /** The judgement of one student in one competency with its reasons, made anew from the ledger. */
    public Explained explain(StudentId student, Competency competency) {
        return judged(competency, standing(student, competency));
    }

    /** The judgement with its reasons, by what was known then. */
    public Explained explain(StudentId student, Competency competency, AsOf asOf) {
        return asOf.earlier()
                .map(moment -> earlier.explain(student, competency, moment))
                .orElseGet(() -> explain(student, competency));
    }

    /** What the judgement would be without one piece: what that piece has given or taken. */
    public Explained explainWithout(StudentId student, Competency competency, PieceId piece) {
        return judged(
                competency,
                standing(student, competency).stream()
                        .filter(other -> !other.id().equals(piece.value()))
                        .toList());
    }

    private List<Piece> standing(StudentId student, Competency competency) {
        Showing showing = new Showing(student, competency.id());
        return ledger.histories(List.of(showing))
                .getOrDefault(showing, History.NONE)
                .standing();
    }

    private Explained judged(Competency competency, List<Piece> pieces) {
        Instant now = clock.instant();
        RuleVersion version = rules.book().inForce(Judging.place(Optional.of(competency)), now);
        return new Explained(Judge.judge(version.rule(), pieces, now), version);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        double value = row.getDouble("value");
        OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
        return new Standing(
                new StudentId(row.getObject("student_id", UUID.class)),
                new CompetencyId(row.getObject("competency_id", UUID.class)),
                State.ofCode(row.getString("state")).orElseThrow(),
                known,
                row.getInt("pieces"),
                instant(row.getTimestamp("mastered_at")),
                instant(row.getTimestamp("last_shown_at")),
                instant(row.getTimestamp("fresh_until")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
