package org.ownpath.evidence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.stereotype.Component;

/**
 * The front door of evidence for whoever reads the ledger of many students: one student after the other, by COPY and so
 * under row-level security, with one student in memory at a time. Each call is one statement of its own: it waits for
 * nobody, and nobody waits for it.
 */
@Component
public class LedgerStream {

    private final DataSource pool;

    LedgerStream(DataSource pool) {
        this.pool = pool;
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
        copy("student_id = any(" + array(students) + ") and competency_id = any(" + array(competencies) + ")", reader);
    }

    /** Reads all that the ledger holds of these students. */
    public void read(Collection<StudentId> students, Reader reader) {
        if (!students.isEmpty()) {
            copy("student_id = any(" + array(students) + ")", reader);
        }
    }

    private void copy(String where, Reader reader) {
        String sql = "copy (select " + EntryBinary.COLUMNS + " from evidence.entry where " + where
                + " order by student_id) to stdout (format binary)";
        try (Connection connection = pool.getConnection()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            try {
                read(copy, reader);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                    discard(connection);
                }
            }
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("The ledger could not be read: " + e.getMessage(), e);
        }
    }

    /** A cancellation may arrive late, and would then strike what the connection does next for somebody else. */
    private void discard(Connection connection) throws SQLException {
        if (pool.isWrapperFor(HikariDataSource.class)) {
            pool.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }

    private static void read(CopyOut copy, Reader reader) throws SQLException {
        EntryBinary entry = new EntryBinary();
        Map<CompetencyId, History.Builder> held = new HashMap<>();
        @Nullable StudentId last = null;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            if (entry.take(message)) {
                StudentId student = entry.student();
                if (last != null && !last.equals(student)) {
                    tell(reader, last, held);
                }
                last = student;
                entry.addTo(held.computeIfAbsent(entry.competency(), first -> new History.Builder()));
            }
        }
        if (last != null) {
            tell(reader, last, held);
        }
    }

    private static void tell(Reader reader, StudentId student, Map<CompetencyId, History.Builder> held) {
        Map<CompetencyId, History> built = new HashMap<>();
        held.forEach((competency, history) -> built.put(competency, history.build()));
        held.clear();
        reader.student(student, built);
    }

    private static String array(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(",", "'{", "}'::uuid[]"));
    }
}
