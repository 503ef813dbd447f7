package org.ownpath.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The migrations: which a database has had, and making one that has had just these. */
final class Schema {

    private static final String HISTORY = "flyway_history";

    private final Place place;

    Schema(Place place) {
        this.place = place;
    }

    /** The versions that a database has had. */
    static List<String> applied(Connection owner) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery("select version from public." + HISTORY
                        + " where success and version is not null order by 1")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    /** Refuses versions that this release does not have. */
    static void requireKnown(List<String> versions) throws IOException {
        TreeSet<String> unknown = new TreeSet<>(versions);
        unknown.removeAll(known().keySet());
        if (!unknown.isEmpty()) {
            throw new BackupRefused("The backup was made by a newer Ownpath than this one: it knows the migrations "
                    + unknown + ". Restore it with the release that made it, or a newer one.");
        }
    }

    /** Makes the tables as they were in a release that had these migrations. */
    void make(List<String> versions) throws IOException {
        Path folder = Files.createTempDirectory("ownpath-migrations");
        try {
            Map<String, Resource> known = known();
            for (String version : versions) {
                Resource migration = Objects.requireNonNull(known.get(version));
                try (InputStream text = migration.getInputStream()) {
                    Files.copy(text, folder.resolve(Objects.requireNonNull(migration.getFilename())));
                }
            }
            migrate("filesystem:" + folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Applies what this release has and the database has not had. */
    void upgrade() {
        migrate("classpath:db/migration");
    }

    private void migrate(String location) {
        Flyway.configure()
                .dataSource(place.url(), Place.OWNER, place.ownerPassword())
                .locations(location)
                .createSchemas(false)
                .table(HISTORY)
                .defaultSchema("public")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static Map<String, Resource> known() throws IOException {
        Map<String, Resource> migrations = new TreeMap<>();
        for (Resource migration :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/V*.sql")) {
            String name = Objects.requireNonNull(migration.getFilename());
            migrations.put(name.substring(1, name.indexOf("__")), migration);
        }
        return migrations;
    }
}
