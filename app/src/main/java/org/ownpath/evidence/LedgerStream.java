package org.ownpath.evidence;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.CopiedRow;
import org.ownpath.access.CopyReading;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The front door of evidence for whoever reads the ledger of many students: by COPY and so under row-level security, either
 * one student after the other with one in memory at a time, or some together, which is quicker because nothing is sorted.
 * Each call is one statement of its own: it waits for nobody, and nobody waits for it.
 */
@Component
public class LedgerStream {

    private final CopyReading copies;
    private final JdbcClient database;

    LedgerStream(CopyReading copies, JdbcClient database) {
        this.copies = copies;
        this.database = database;
    }

    /** Is told of each student in turn. What it throws ends the reading. */
    @FunctionalInterface
    public interface Reader {

        /** The ledger holds this of a student, never nothing. */
        void student(StudentId student, Map<CompetencyId, History> held);
    }

    /** Reads what the ledger holds of these students in these competencies. */
    public void read(Collection<StudentId> students, Collection<CompetencyId> competencies, Reader reader) {
        if (students.isEmpty() || competencies.isEmpty()) {
            return;
        }
        InTurn turn = new InTurn(reader);
        copyEntries(
                "student_id = any(" + CopyReading.array(students) + ") and competency_id = any("
                        + CopyReading.array(competencies) + ") order by student_id",
                turn::row);
        turn.tell();
    }

    /** Reads all that the ledger holds of these students, so few that they have room in memory together. */
    public Map<StudentId, Map<CompetencyId, History>> readTogether(Collection<StudentId> students) {
        Map<StudentId, Map<CompetencyId, History.Builder>> held = new HashMap<>();
        if (!students.isEmpty()) {
            copyEntries(
                    "student_id = any(" + CopyReading.array(students) + ")",
                    entry -> entry.addTo(held.computeIfAbsent(entry.student(), first -> new HashMap<>())
                            .computeIfAbsent(entry.competency(), first -> new History.Builder())));
        }
        Map<StudentId, Map<CompetencyId, History>> built = new HashMap<>();
        held.forEach((student, own) -> built.put(student, built(own)));
        return built;
    }

    /** Reads what these students have tried; those who have tried nothing are left out. */
    public Map<StudentId, Tries> tries(Collection<StudentId> students) {
        Map<StudentId, Tries> tries = new HashMap<>();
        if (!students.isEmpty()) {
            copy(
                    TryBinary.COLUMNS,
                    "student_id = any(" + CopyReading.array(students) + ") and " + TryBinary.WANTED,
                    new TryBinary(),
                    row -> row.addTo(tries.computeIfAbsent(row.student(), first -> new Tries())));
        }
        return tries;
    }

    /**
     * Puts those students together, up to so many, whose entries lie in one part of the ledger: to read them together reads
     * one part from its beginning to its end, and not a page here and there for each entry.
     */
    public List<List<StudentId>> lyingTogether(Collection<StudentId> students, int most) {
        Map<Integer, List<StudentId>> parts = new TreeMap<>();
        database.sql("""
                select part, id from unnest(?::uuid[]) as s (id),
                       (select count(*)::int as parts from pg_inherits
                        where inhparent = 'evidence.entry'::regclass) as counted,
                       generate_series(0, parts - 1) as p (part)
                where satisfies_hash_partition('evidence.entry'::regclass, parts, part, id)""")
                .param(students.stream().map(StudentId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    parts.computeIfAbsent(row.getInt(1), first -> new ArrayList<>())
                            .add(new StudentId(row.getObject(2, UUID.class)));
                });
        return parts.values().stream().flatMap(part -> evenly(part, most)).toList();
    }

    private static Stream<List<StudentId>> evenly(List<StudentId> part, int most) {
        int pieces = (part.size() + most - 1) / most;
        return IntStream.range(0, pieces)
                .mapToObj(n -> part.subList(n * part.size() / pieces, (n + 1) * part.size() / pieces));
    }

    private void copyEntries(String where, Consumer<EntryBinary> each) {
        copy(EntryBinary.COLUMNS, where, new EntryBinary(), each);
    }

    private <T extends CopiedRow> void copy(String columns, String where, T row, Consumer<T> each) {
        copies.read("select " + columns + " from evidence.entry where " + where, row, each);
    }

    /** Tells of a student as soon as the next one comes. */
    private static final class InTurn {

        private final Reader reader;
        private final Map<CompetencyId, History.Builder> held = new HashMap<>();
        private @Nullable StudentId last;

        InTurn(Reader reader) {
            this.reader = reader;
        }

        void row(EntryBinary entry) {
            StudentId student = entry.student();
            if (!student.equals(last)) {
                tell();
                last = student;
            }
            entry.addTo(held.computeIfAbsent(entry.competency(), first -> new History.Builder()));
        }

        void tell() {
            if (last != null) {
                reader.student(last, built(held));
                held.clear();
            }
        }
    }

    private static Map<CompetencyId, History> built(Map<CompetencyId, History.Builder> held) {
        Map<CompetencyId, History> built = new HashMap<>();
        held.forEach((competency, history) -> built.put(competency, history.build()));
        return built;
    }
}
