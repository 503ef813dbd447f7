package org.ownpath.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.ownpath.shared.DistrictId;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Binds every connection to the district of the thread that takes it, where row-level security reads it. A connection
 * that was bound to another district, or to none, is bound anew before it is handed out.
 */
final class DistrictDataSource extends DelegatingDataSource {

    private static final String NO_DISTRICT = "";

    private final Map<PGConnection, String> bound = Collections.synchronizedMap(new WeakHashMap<>());

    DistrictDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            bind(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The pool itself, for tables that are outside of every district. */
    DataSource unbound() {
        return Objects.requireNonNull(getTargetDataSource());
    }

    private void bind(Connection connection) throws SQLException {
        String district = DistrictScope.current().map(DistrictId::toString).orElse(NO_DISTRICT);
        PGConnection physical = connection.unwrap(PGConnection.class);
        if (district.equals(bound.get(physical))) {
            return;
        }
        bound.remove(physical);
        try (PreparedStatement set = connection.prepareStatement("select set_config('ownpath.district', ?, false)")) {
            set.setString(1, district);
            set.execute();
        }
        bound.put(physical, district);
    }
}
