package org.ownpath.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * How to reach the database: its JDBC URL and the two roles that the product signs in as.
 *
 * @param url JDBC URL of a PostgreSQL 16 or newer
 * @param ownerPassword of {@code ownpath_owner}, who runs the migrations
 * @param appPassword of {@code ownpath_app}, who serves requests and owns nothing
 */
public record DatabaseAddress(String url, String ownerPassword, String appPassword) {

    /** The settings that Spring Boot reads. */
    public Map<String, Object> asSettings() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "ownpath_app",
                "spring.datasource.password", appPassword,
                "spring.flyway.url", url,
                "spring.flyway.user", "ownpath_owner",
                "spring.flyway.password", ownerPassword);
    }

    /** A connection that may do what the product at work may not. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, "ownpath_owner", ownerPassword);
    }
}
