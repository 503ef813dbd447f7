package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder, best on another disk, from which the embedded database can be put back as it was at any instant: copies of
 * the whole cluster, the log of everything that was written since, and the files.
 */
record Archive(Path folder) {

    private static final DateTimeFormatter SQL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The folder that {@code OWNPATH_ARCHIVE} names. */
    static Optional<Archive> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("OWNPATH_ARCHIVE"))
                .filter(name -> !name.isBlank())
                .map(name -> new Archive(Path.of(name).toAbsolutePath().normalize()));
    }

    /** A copy of the cluster, and when it was complete. */
    record Base(Path folder, Instant completeAt) {}

    Path log() {
        return folder.resolve("log");
    }

    Path files() {
        return folder.resolve("files");
    }

    Path base(Instant completeAt) {
        return folder.resolve("bases").resolve(NAME.format(completeAt));
    }

    /** All copies, the oldest first. */
    List<Base> bases() throws IOException {
        Path bases = folder.resolve("bases");
        if (!Files.exists(bases)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(bases)) {
            return all.filter(base -> base.getFileName().toString().matches("\\d{8}T\\d{6}Z"))
                    .map(base -> new Base(base, NAME.parse(base.getFileName().toString(), Instant::from)))
                    .sorted(Comparator.comparing(Base::completeAt))
                    .toList();
        }
    }

    /** What makes the server keep its log here, each part within a minute of being written. */
    Map<String, String> keeping() {
        if (folder.toString().matches(".*['\"%\\\\\n].*")) {
            throw new CannotStart("The archive's folder " + folder + " has a quote, a percent sign or a backslash in "
                    + "its name. Set OWNPATH_ARCHIVE to a folder without.");
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            Files.createDirectories(log());
            Unprivileged.onThisMachine().handOver(log());
        } catch (IOException e) {
            throw new CannotStart(
                    "The archive " + folder + " cannot be written to (" + e.getMessage()
                            + "). Make it writable, or set OWNPATH_ARCHIVE to a folder that is.",
                    e);
        }
        String kept = "'" + log() + "/%f'";
        String draft = "'" + log() + "/%f.draft'";
        return Map.of(
                "archive_mode", "on",
                "archive_timeout", "60",
                // a part that is there already is the same one, archived before a crash: anything else is an error
                "archive_command",
                        "if test -f " + kept + "; then cmp -s '%p' " + kept + "; else cp '%p' " + draft + " && sync "
                                + draft + " && mv " + draft + " " + kept + "; fi");
    }

    /** What makes a server that starts over a copy go on until an instant. */
    Map<String, String> goingOnUntil(Instant until) {
        return Map.of(
                "restore_command",
                "cp '" + log() + "/%f' '%p'",
                "recovery_target_time",
                SQL_TIME.format(until),
                "recovery_target_action",
                "promote",
                // nobody sees it before it is there
                "hot_standby",
                "off");
    }

    /** Forgets all but the newest copies, and what of the log only the others needed. */
    void keepNewest(int copies) throws IOException {
        List<Base> bases = bases();
        for (Base old : bases.subList(0, Math.max(0, bases.size() - copies))) {
            org.springframework.util.FileSystemUtils.deleteRecursively(old.folder());
        }
        List<Base> left = bases();
        if (left.isEmpty()) {
            return;
        }
        String first = firstPart(left.get(0));
        try (Stream<Path> parts = Files.list(log())) {
            parts.filter(part -> part.getFileName().toString().matches("[0-9A-F]{24}"))
                    .filter(part -> position(part.getFileName().toString()).compareTo(position(first)) < 0)
                    .forEach(Archive::delete);
        }
    }

    /** The part of the log that a copy begins with; PostgreSQL writes it into the copy's label. */
    private static String firstPart(Base base) throws IOException {
        String label = Files.readString(base.folder().resolve("postgres/backup_label"));
        return label.substring(label.indexOf("(file ") + "(file ".length(), label.indexOf(')'));
    }

    /** A part's name without the number of its timeline. */
    private static String position(String part) {
        return part.substring(8);
    }

    private static void delete(Path part) {
        try {
            Files.delete(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
