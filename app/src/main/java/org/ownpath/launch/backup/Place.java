package org.ownpath.launch.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * Where an installation keeps what is its own.
 *
 * @param url of its database
 * @param ownerPassword of {@code ownpath_owner}
 * @param folder its data folder
 */
public record Place(String url, String ownerPassword, Path folder) {

    static final String OWNER = "ownpath_owner";

    /** Secrets that belong to one installation's database: another has its own. */
    static final Set<String> OF_THE_DATABASE = Set.of("superuser", "owner", "app");

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, OWNER, ownerPassword);
    }

    Path files() {
        return folder.resolve("files");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }
}
