package org.ownpath.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The database cluster in a data folder, in the hands of the process that owns the folder. */
final class Cluster {

    /** Longer than a start takes: going on from a copy through a day's log may take a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final DataFolder folder;
    private final PostgresBinaries binaries;

    Cluster(DataFolder folder) throws IOException {
        this.folder = folder;
        this.binaries = PostgresBinaries.unpackedIn(folder.binaries());
    }

    /** Stops the server that a killed owner left behind. */
    void stopOrphan() {
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
    void makeIfMissing() throws IOException {
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

    /** Starts the server on a free port and makes the roles; gives how to reach it. */
    DatabaseAddress launch(Map<String, String> settings) throws IOException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of("-D", folder.cluster().toString()));
        serverSettings(port, settings).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        Process server = binaries.startServer(arguments, folder.root().resolve("postgres.log"));
        String url = "jdbc:postgresql://127.0.0.1:" + port;
        try (Connection superuser = awaitConnection(server, url + "/postgres")) {
            DatabaseRoles.ensure(superuser, folder.secret("owner"), folder.secret("app"));
        } catch (SQLException e) {
            throw new IOException("the roles could not be made: " + e.getMessage(), e);
        }
        return address(folder, url + "/ownpath");
    }

    /** Stops the server after what is running has been told to end. */
    void stop() {
        binaries.run("pg_ctl", "-D", folder.cluster().toString(), "-m", "fast", "-w", "stop");
    }

    /** How to reach the database of a folder at this URL. */
    static DatabaseAddress address(DataFolder folder, String url) {
        return new DatabaseAddress(url, folder.secret("owner"), folder.secret("app"));
    }

    private static Map<String, String> serverSettings(int port, Map<String, String> own) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "port", String.valueOf(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "shared_buffers", "128MB",
                "max_connections", "60",
                "max_wal_size", "2GB",
                // the pages of a school lie in the machine's memory: to hand each reading to another process costs more
                "io_method", "sync",
                "jit", "off",
                "log_min_messages", "warning",
                "timezone", "UTC"));
        settings.putAll(own);
        return settings;
    }

    private Connection awaitConnection(Process server, String url) throws IOException {
        String password = folder.secret("superuser");
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
                Pause.brief();
            }
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
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
