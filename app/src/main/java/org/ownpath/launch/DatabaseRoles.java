package org.ownpath.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database and its three roles, made once by the superuser. {@code docs/operations.md} has the same by hand. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    static void ensure(Connection superuser, String ownerPassword, String appPassword) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            role(sql, "ownpath_owner", "login password '" + ownerPassword + "'");
            role(sql, "ownpath_app", "login password '" + appPassword + "'");
            role(sql, "ownpath_bulk", "nologin bypassrls");
            sql.execute("grant ownpath_bulk to ownpath_app with inherit false, set true");
            if (!exists(sql, "select 1 from pg_database where datname = 'ownpath'")) {
                sql.execute("create database ownpath owner ownpath_owner");
            }
        }
    }

    private static void role(Statement sql, String name, String attributes) throws SQLException {
        String verb = exists(sql, "select 1 from pg_roles where rolname = '" + name + "'") ? "alter" : "create";
        sql.execute(verb + " role " + name + " with " + attributes);
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            return found.next();
        }
    }
}
