package org.ownpath.launch.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.shared.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: every table in one transaction that sees one instant, then the files. Files are only ever added, and
 * before the row that names them, so that every file that the tables name is there by then.
 */
final class Backup {

    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String SECRETS = "secrets/";
    static final String CONTENTS = "contents.json";
    static final JsonMapper JSON = new JsonMapper();

    private final Place place;
    private final ZipOutputStream zip;

    private Backup(Place place, ZipOutputStream zip) {
        this.place = place;
        this.zip = zip;
    }

    /** Writes a whole backup to a new file, or none. */
    static Contents write(Place place, Path file, Passphrase passphrase) {
        if (Files.exists(file)) {
            throw new BackupRefused(file + " is there already. Give another name, or remove it first.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Contents contents;
            try (OutputStream out = privately(draft);
                    SealingStream sealed = new SealingStream(new BufferedOutputStream(out), passphrase);
                    ZipOutputStream zip = new ZipOutputStream(sealed)) {
                zip.setLevel(Deflater.BEST_SPEED);
                contents = new Backup(place, zip).all();
            }
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } catch (IOException e) {
            throw new BackupRefused(
                    "The backup could not be written to " + file + " (" + e.getMessage()
                            + "). See that the folder is there, writable and has room.",
                    e);
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("The backup failed: " + e.getMessage(), e);
        } finally {
            remove(draft);
        }
    }

    private static OutputStream privately(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(draft);
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Contents all() throws SQLException, IOException {
        try (Connection owner = place.asOwner()) {
            owner.setAutoCommit(false);
            owner.setReadOnly(true);
            owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Tables tables = new Tables(owner);
            Instant madeAt = now(owner);
            List<Contents.Table> written = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : tables.inOrder().entrySet()) {
                zip.putNextEntry(new ZipEntry(TABLES + table.getKey()));
                written.add(tables.copyOut(table.getKey(), table.getValue(), zip));
            }
            Set<String> kept = files();
            secrets();
            Contents contents = new Contents(
                    madeAt, Schema.applied(owner), written, tables.sequences(), kept.size(), missing(owner, kept));
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(JSON.writeValueAsBytes(contents));
            zip.closeEntry();
            return contents;
        }
    }

    private static Instant now(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement();
                ResultSet now = sql.executeQuery("select now()")) {
            now.next();
            return now.getTimestamp(1).toInstant();
        }
    }

    private Set<String> files() throws IOException {
        Set<String> kept = new TreeSet<>();
        for (Path file : in(place.files(), 2)) {
            String name = file.getFileName().toString();
            if (name.equals(hash(file)) && put(FILES + name, file)) {
                kept.add(name);
            }
        }
        return kept;
    }

    /** The hash of a file's content, or nothing when it is not there any more. */
    private static String hash(Path file) throws IOException {
        try (DigestInputStream content = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchFileException removedMeanwhile) {
            return "";
        }
    }

    private void secrets() throws IOException {
        for (Path secret : in(place.secrets(), 1)) {
            if (!Place.OF_THE_DATABASE.contains(secret.getFileName().toString())) {
                put(SECRETS + secret.getFileName(), secret);
            }
        }
    }

    private static List<Path> in(Path folder, int depth) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Whether the file was still there. */
    private boolean put(String name, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
            return true;
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    private static List<String> missing(Connection owner, Set<String> kept) throws SQLException {
        Set<String> missing = new TreeSet<>();
        try (Statement sql = owner.createStatement();
                ResultSet named = sql.executeQuery("select hash from evidence.artifact")) {
            while (named.next()) {
                missing.add(named.getString(1));
            }
        }
        missing.removeAll(kept);
        return List.copyOf(missing);
    }
}
