package org.ownpath.access;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.stereotype.Component;

/**
 * The front door for whoever reads very many rows of the current district: by COPY in the database's own form, under
 * row-level security. It is planned for what it asks for, which matters where that is a thousand students. Each reading
 * is a statement of its own and outside of every transaction: it waits for nobody, and nobody waits for it.
 */
@Component
public class CopyReading {

    private final DataSource pool;

    CopyReading(DataSource pool) {
        this.pool = pool;
    }

    /**
     * Reads what a query gives, and tells of each row in turn, always with the same object. What {@code each} throws ends
     * the reading.
     *
     * @param row of as many columns as the query has
     */
    public <T extends CopiedRow> void read(String query, T row, Consumer<T> each) {
        try (Connection connection = pool.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
            try {
                for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                    if (row.take(message)) {
                        each.accept(row);
                    }
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                    discard(connection);
                }
            }
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("Many rows could not be read: " + e.getMessage(), e);
        }
    }

    /** These ids as a query names them; a COPY takes no parameters. */
    public static String array(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(",", "'{", "}'::uuid[]"));
    }

    /** A cancellation may arrive late, and would then strike what the connection does next for somebody else. */
    private void discard(Connection connection) throws SQLException {
        if (pool.isWrapperFor(HikariDataSource.class)) {
            pool.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }
}
