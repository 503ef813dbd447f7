package org.ownpath.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.shared.ContentFiles;
import org.springframework.util.FileSystemUtils;

/**
 * Puts a backup into an empty database and an empty folder, in one go or not at all. While it works, a mark stands in the
 * database: where it was cut off, the mark is found, what is half there is cleared away, and it begins again.
 */
public final class Restoring {

    private static final String MARK = "ownpath_restoring";

    private final Place place;
    private final Schema schema;

    private Restoring(Place place) {
        this.place = place;
        this.schema = new Schema(place);
    }

    /** Whether a restoration into this database was cut off, so that nobody should use what is there. */
    public static boolean cutOff(Place place) {
        try (Connection owner = place.asOwner()) {
            return marked(owner);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not answer: " + e.getMessage(), e);
        }
    }

    /**
     * Puts everything there and makes it what this release has.
     *
     * @param contents what {@link BackupFile#check} gave
     */
    public static void load(BackupFile backup, Contents contents, Place place) {
        Restoring restoring = new Restoring(place);
        try (Connection owner = place.asOwner()) {
            Schema.requireKnown(contents.migrations());
            restoring.requireEmpty(owner);
            mark(owner);
            boolean whole = false;
            try {
                restoring.fill(owner, backup, contents);
                whole = true;
            } finally {
                if (!whole) {
                    restoring.clear(owner);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The restoration failed, and nothing of it was kept: " + e.getMessage(), e);
        }
    }

    private void requireEmpty(Connection owner) throws SQLException, IOException {
        if (marked(owner)) {
            clear(owner);
        }
        if (!new Tables(owner).none()) {
            throw new BackupRefused("The database holds an installation already. Restore into an empty one.");
        }
        if (Files.exists(place.files())) {
            try (Stream<Path> there = Files.list(place.files())) {
                if (there.findAny().isPresent()) {
                    throw new BackupRefused("The data folder " + place.folder() + " holds files already. Set"
                            + " OWNPATH_DATA to an empty folder.");
                }
            }
        }
    }

    private void fill(Connection owner, BackupFile backup, Contents contents) throws SQLException, IOException {
        schema.make(contents.migrations());
        owner.setAutoCommit(false);
        Tables tables = new Tables(owner);
        tables.makeReady(contents.tables());
        Map<String, Contents.Table> named =
                contents.tables().stream().collect(Collectors.toMap(Contents.Table::name, Function.identity()));
        ContentFiles files = new ContentFiles(place.files());
        backup.each((name, content) -> {
            if (name.startsWith(Backup.TABLES)) {
                tables.copyIn(Objects.requireNonNull(named.get(name.substring(Backup.TABLES.length()))), content);
            } else if (name.startsWith(Backup.FILES)) {
                files.keep(content);
            } else if (name.startsWith(Backup.SECRETS)) {
                keepSecret(name.substring(Backup.SECRETS.length()), content);
            }
        });
        tables.finish(contents);
        requireEqual(tables, contents);
        owner.commit();
        owner.setAutoCommit(true);
        schema.upgrade();
        run(owner, "drop schema " + MARK);
    }

    private static void requireEqual(Tables tables, Contents contents) throws SQLException, IOException {
        List<String> different = new ArrayList<>();
        for (Contents.Table table : contents.tables()) {
            if (!tables.copyOut(table.name(), table.columns(), OutputStream.nullOutputStream())
                    .equals(table)) {
                different.add(table.name());
            }
        }
        if (!different.isEmpty()) {
            throw new IllegalStateException("These tables are not what they were: " + different);
        }
    }

    private void keepSecret(String name, InputStream content) throws IOException {
        Files.createDirectories(
                place.secrets(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path secret = place.secrets().resolve(Path.of(name).getFileName());
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(secret, content.readAllBytes());
    }

    private static boolean marked(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement();
                ResultSet mark = sql.executeQuery("select to_regnamespace('" + MARK + "') is not null")) {
            mark.next();
            return mark.getBoolean(1);
        }
    }

    private static void mark(Connection owner) throws SQLException {
        run(owner, "create schema " + MARK);
    }

    private void clear(Connection owner) throws SQLException, IOException {
        if (!owner.getAutoCommit()) {
            owner.rollback();
            owner.setAutoCommit(true);
        }
        FileSystemUtils.deleteRecursively(place.files());
        run(owner, "drop table if exists public.flyway_history");
        for (String schemaMade : schemas(owner)) {
            run(owner, "drop schema " + schemaMade + " cascade");
        }
        run(owner, "drop schema " + MARK);
    }

    private static List<String> schemas(Connection owner) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement sql = owner.createStatement();
                ResultSet made = sql.executeQuery("select format('%I', nspname) from pg_namespace"
                        + " where nspowner = current_user::regrole and nspname not in ('public', '" + MARK + "')")) {
            while (made.next()) {
                schemas.add(made.getString(1));
            }
        }
        return schemas;
    }

    private static void run(Connection owner, String statement) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
