package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Where one installation keeps what is its own: the database cluster, secrets, artifacts and uploaded files. */
public record DataFolder(Path root) {

    /** The folder that {@code OWNPATH_DATA} names, or {@code .ownpath} in the working folder. */
    public static DataFolder fromEnvironment() {
        String chosen = System.getenv("OWNPATH_DATA");
        return new DataFolder(Path.of(chosen == null || chosen.isBlank() ? ".ownpath" : chosen)
                .toAbsolutePath()
                .normalize());
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path binaries() {
        return root.resolve("postgres-bin");
    }

    Path connection() {
        return root.resolve("connection.properties");
    }

    /** Says in which archive the whole log of the cluster is kept, since the last copy of it. */
    Path keptIn() {
        return root.resolve("archived-in");
    }

    /** Where an installation is put together before it moves into this folder. */
    DataFolder draft() {
        return new DataFolder(root.resolve("restoring"));
    }

    Path lock() {
        return root.resolve("owner.lock");
    }

    /** Uploaded artifacts and import files, by content hash. */
    public Path files() {
        return root.resolve("files");
    }

    /** A secret of this installation: made once, kept in a file that only its owner can read. */
    String secret(String name) {
        Path file = root.resolve("secrets").resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePrivately(file, HexFormat.of().formatHex(random));
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot keep the secret '" + name + "' in " + file + ". Make " + root
                            + " writable, or set OWNPATH_DATA to a folder that is.",
                    e);
        }
    }

    /** Writes a whole file that only its owner can read, or none. */
    static void writePrivately(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
