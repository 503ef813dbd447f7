package org.ownpath.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** Copies the files of a cluster that is in use into an archive; the log makes of them what they were at one instant. */
final class BaseCopy {

    /** Folders whose content a server makes anew. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");
    private static final Duration OLD = Duration.ofHours(24);
    private static final int COPIES = 7;

    private final DataFolder folder;
    private final Archive archive;

    BaseCopy(DataFolder folder, Archive archive) {
        this.folder = folder;
        this.archive = archive;
    }

    /** Whether one is due: a day has passed, or the archive has not had all of the log since the last one. */
    boolean due() throws IOException {
        Path kept = folder.keptIn();
        boolean unbroken = Files.exists(kept)
                && Files.readString(kept).equals(archive.folder().toString());
        return !unbroken
                || archive.bases().stream()
                        .noneMatch(
                                base -> base.completeAt().isAfter(Instant.now().minus(OLD)));
    }

    /** Makes one beside whoever works; gives when it was complete: from then on any instant can be gone back to. */
    Instant make(DatabaseAddress address) throws IOException, SQLException {
        Path draft = archive.folder().resolve("base.draft");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(
                draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String password = folder.secret("superuser");
        try (Connection superuser = DriverManager.getConnection(address.url(), "postgres", password);
                Statement sql = superuser.createStatement()) {
            sql.execute("select pg_backup_start('ownpath', true)");
            copy(folder.cluster(), draft.resolve("postgres"), EMPTY);
            try (ResultSet stopped = sql.executeQuery("select labelfile from pg_backup_stop(true)")) {
                stopped.next();
                Files.writeString(draft.resolve("postgres/backup_label"), stopped.getString(1));
            }
        }
        copy(folder.root().resolve("secrets"), draft.resolve("secrets"), Set.of());
        if (Files.exists(folder.files())) {
            copy(folder.files(), archive.files(), Set.of());
        }
        // the name has whole seconds: the next one is when it was complete for sure
        Instant complete = Instant.now().plusSeconds(1);
        Path base = archive.base(complete);
        Files.createDirectories(base.getParent());
        Files.move(draft, base, StandardCopyOption.ATOMIC_MOVE);
        DataFolder.writePrivately(folder.keptIn(), archive.folder().toString());
        archive.keepNewest(COPIES);
        return complete;
    }

    /** Copies a tree, leaving what is there already and what disappears meanwhile. */
    static void copy(Path from, Path to, Set<String> empty) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                Path there = to.resolve(from.relativize(each));
                Files.createDirectories(there);
                Files.setPosixFilePermissions(there, Files.getPosixFilePermissions(each));
                boolean emptied = each.getParent() != null
                        && each.getParent().equals(from)
                        && empty.contains(each.getFileName().toString());
                return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Path there = to.resolve(from.relativize(each));
                if (!LEFT_OUT.contains(each.getFileName().toString()) && !Files.exists(there)) {
                    try {
                        Files.copy(each, there, StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException removedMeanwhile) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // removed meanwhile
                }
                throw failure;
            }
        });
    }
}
