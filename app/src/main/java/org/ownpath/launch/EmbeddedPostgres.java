package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this installation's own, for a laptop or a single school: the real server, durable, reachable from
 * this machine only, its data kept between runs.
 *
 * <p>One process owns it, by a lock on a file; another that comes meanwhile (a command on the command line) uses the
 * running one. A server left behind by a killed owner is stopped before a new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresBinaries binaries;
    private final DataFolder folder;
    private final DatabaseAddress address;
    private final Optional<FileLock> ownership;

    private EmbeddedPostgres(
            PostgresBinaries binaries, DataFolder folder, DatabaseAddress address, Optional<FileLock> ownership) {
        this.binaries = binaries;
        this.folder = folder;
        this.address = address;
        this.ownership = ownership;
    }

    /** Starts the server over the folder's data, making it on the first run, or joins the one that runs already. */
    public static EmbeddedPostgres start(DataFolder folder) {
        return start(folder, Map.of());
    }

    /** As {@link #start(DataFolder)}, with server settings of one's own. */
    public static EmbeddedPostgres start(DataFolder folder, Map<String, String> settings) {
        try {
            Files.createDirectories(folder.root());
            PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder.binaries());
            Optional<FileLock> ownership = own(folder);
            if (ownership.isEmpty()) {
                return new EmbeddedPostgres(binaries, folder, runningAt(folder), ownership);
            }
            stopOrphan(binaries, folder);
            createCluster(binaries, folder);
            DatabaseAddress address = launch(binaries, folder, settings);
            return new EmbeddedPostgres(binaries, folder, address, ownership);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL could not be started in " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    /** How to reach it. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server, if this process owns it, after what is running has been told to end. */
    @Override
    public void close() {
        ownership.ifPresent(lock -> {
            binaries.run("pg_ctl", "-D", folder.cluster().toString(), "-m", "fast", "-w", "stop");
            try {
                Files.deleteIfExists(folder.connection());
                lock.acquiredBy().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<FileLock> own(DataFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private static DatabaseAddress runningAt(DataFolder folder) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(folder.connection())) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("another process holds " + folder.lock()
                        + " but has started no database. Stop it, then try again");
            }
            pause();
        }
        Properties kept = new Properties();
        try (var reader = Files.newBufferedReader(folder.connection())) {
            kept.load(reader);
        }
        return address(folder, kept.getProperty("url"));
    }

    private static DatabaseAddress address(DataFolder folder, String url) {
        return new DatabaseAddress(url, folder.secret("owner"), folder.secret("app"));
    }

    private static void stopOrphan(PostgresBinaries binaries, DataFolder folder) {
        Path pidFile = folder.cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        int outcome = binaries.attempt("pg_ctl", "-D", folder.cluster().toString(), "-m", "fast", "-w", "stop");
        if (outcome != 0 && binaries.attempt("pg_ctl", "-D", folder.cluster().toString(), "status") == 0) {
            binaries.run("pg_ctl", "-D", folder.cluster().toString(), "-m", "immediate", "-w", "stop");
        }
    }

    /** Makes the cluster beside its final place and moves it there whole, so that a half-made one is never used. */
    private static void createCluster(PostgresBinaries binaries, DataFolder folder) throws IOException {
        if (Files.exists(folder.cluster())) {
            return;
        }
        Path draft = folder.root().resolve("postgres-draft");
        deleteTree(draft);
        Files.createDirectories(draft);
        binaries.handOver(draft);
        Path passwordFile = folder.root().resolve("initial-password");
        DataFolder.writePrivately(passwordFile, folder.secret("superuser"));
        binaries.handOver(passwordFile);
        binaries.run(
                "initdb",
                "-D",
                draft.toString(),
                "-U",
                "postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        Files.delete(passwordFile);
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static DatabaseAddress launch(PostgresBinaries binaries, DataFolder folder, Map<String, String> settings)
            throws IOException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of("-D", folder.cluster().toString()));
        serverSettings(port, settings).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        Process server = binaries.startServer(arguments, folder.root().resolve("postgres.log"));
        String server5432 = "jdbc:postgresql://127.0.0.1:" + port;
        try (Connection superuser =
                awaitConnection(server, server5432 + "/postgres", folder.secret("superuser"), folder)) {
            DatabaseRoles.ensure(superuser, folder.secret("owner"), folder.secret("app"));
        } catch (SQLException e) {
            throw new IOException("the roles could not be made: " + e.getMessage(), e);
        }
        DatabaseAddress address = address(folder, server5432 + "/ownpath");
        DataFolder.writePrivately(folder.connection(), "url=" + address.url() + "\n");
        return address;
    }

    private static Map<String, String> serverSettings(int port, Map<String, String> own) {
        Map<String, String> settings = new java.util.LinkedHashMap<>(Map.of(
                "port", String.valueOf(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "shared_buffers", "128MB",
                "max_connections", "60",
                "max_wal_size", "2GB",
                "jit", "off",
                "log_min_messages", "warning",
                "timezone", "UTC"));
        settings.putAll(own);
        return settings;
    }

    private static Connection awaitConnection(Process server, String url, String password, DataFolder folder)
            throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return DriverManager.getConnection(url, "postgres", password);
            } catch (SQLException notYet) {
                if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IOException(
                            "the server did not answer (" + notYet.getMessage() + "). Its log is "
                                    + folder.root().resolve("postgres.log"),
                            notYet);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
