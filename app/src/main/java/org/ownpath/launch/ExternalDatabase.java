package org.ownpath.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.ownpath.launch.backup.Place;
import org.ownpath.launch.backup.Restoring;

/** A PostgreSQL server of the school's own, named by the environment. */
final class ExternalDatabase {

    private static final String URL = "OWNPATH_DATABASE_URL";
    private static final String OWNER = "OWNPATH_DATABASE_OWNER_PASSWORD";
    private static final String APP = "OWNPATH_DATABASE_APP_PASSWORD";

    private ExternalDatabase() {}

    /**
     * How to reach it, if the environment names one.
     *
     * @throws CannotStart when a password is missing or the server lets one of the roles not in
     */
    static Optional<DatabaseAddress> named(Map<String, String> environment) {
        Optional<DatabaseAddress> address = Optional.ofNullable(environment.get(URL))
                .map(url -> new DatabaseAddress(url, needed(environment, OWNER), needed(environment, APP)));
        address.ifPresent(a -> {
            knock(a.url(), "ownpath_owner", a.ownerPassword(), OWNER);
            knock(a.url(), "ownpath_app", a.appPassword(), APP);
        });
        return address;
    }

    /** As {@link #named}, for use: refuses one in which a restoration was cut off. */
    static Optional<DatabaseAddress> whole(Map<String, String> environment) {
        Optional<DatabaseAddress> address = named(environment);
        address.map(a -> new Place(a.url(), a.ownerPassword(), Path.of("")))
                .filter(Restoring::cutOff)
                .ifPresent(half -> {
                    throw new CannotStart("A restoration into the database at " + half.url()
                            + " was cut off. Run ./ownpath restore again before using it.");
                });
        return address;
    }

    private static String needed(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .orElseThrow(() -> new CannotStart(
                        URL + " is set but " + variable + " is not. Set it as docs/operations.md says."));
    }

    private static void knock(String url, String role, String password, String variable) {
        try (Connection connection = DriverManager.getConnection(url, role, password)) {
            connection.isValid(5);
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw new CannotStart(
                    "The database at " + url + " does not let " + role + " in (" + reason + "). Check " + URL + " and "
                            + variable + ", and that the roles are made as docs/operations.md says.",
                    e);
        }
    }
}
