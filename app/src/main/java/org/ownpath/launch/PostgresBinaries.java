package org.ownpath.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs that ship in a Maven artifact, unpacked once and run as somebody other than root. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Path home;
    private final Unprivileged unprivileged;

    private PostgresBinaries(Path home, Unprivileged unprivileged) {
        this.home = home;
        this.unprivileged = unprivileged;
    }

    static PostgresBinaries unpackedIn(Path home) throws IOException {
        if (!Files.exists(home)) {
            Path draft = Files.createTempDirectory(home.getParent(), "postgres-bin-draft");
            unpack(draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home, Unprivileged.onThisMachine());
    }

    /** Runs a program to its end. Throws when it fails, with what it printed. */
    void run(String program, String... arguments) {
        Outcome outcome = finish(program, arguments);
        if (outcome.code() != 0) {
            throw new IllegalStateException(
                    program + " failed: " + outcome.output().strip());
        }
    }

    /** Runs a program to its end and gives its exit code. */
    int attempt(String program, String... arguments) {
        return finish(program, arguments).code();
    }

    /** Starts the server in a session of its own, so that ctrl-C reaches the application first. */
    Process startServer(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command("postgres", arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Lets the user that runs PostgreSQL own a file or folder. */
    void handOver(Path path) {
        unprivileged.handOver(path);
    }

    private record Outcome(int code, String output) {}

    private Outcome finish(String program, String... arguments) {
        try {
            Path output = Files.createTempFile("ownpath-" + program, ".log");
            Process process = new ProcessBuilder(command(program, List.of(arguments)))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int code = process.waitFor();
            String printed = Files.readString(output);
            Files.delete(output);
            return new Outcome(code, printed);
        } catch (IOException e) {
            throw new UncheckedIOException(program + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + program + " was running", e);
        }
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(unprivileged.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void unpack(Path target) throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("No PostgreSQL for this machine is packaged (looked for " + ARCHIVE
                        + "). Set OWNPATH_DATABASE_URL to a PostgreSQL server of your own");
            }
            TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, target);
            }
        }
    }

    private static void place(TarArchiveEntry entry, TarArchiveInputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
