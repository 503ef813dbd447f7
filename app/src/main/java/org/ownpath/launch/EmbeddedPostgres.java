package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL of this installation's own, for a laptop or a single school: the real server, durable, reachable from
 * this machine only, its data kept between runs.
 *
 * <p>One process owns it, by a lock on a file; another that comes meanwhile (a command on the command line) uses the
 * running one. A server left behind by a killed owner is stopped before a new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** How long a newcomer waits for an owner that is starting or stopping. */
    private static final Duration UNTIL_FREE = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final DatabaseAddress address;
    private final Optional<Owned> owned;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(DataFolder folder, DatabaseAddress address, Optional<Owned> owned) {
        this.folder = folder;
        this.address = address;
        this.owned = owned;
    }

    private record Owned(Ownership ownership, Cluster cluster) {}

    private interface FileWork<T> {
        T run() throws IOException;
    }

    /** Starts the server over the folder's data, making it on the first run, or joins the one that runs already. */
    public static EmbeddedPostgres start(DataFolder folder) {
        return start(folder, archiving(folder));
    }

    /** As {@link #start(DataFolder)}, with server settings of one's own. */
    public static EmbeddedPostgres start(DataFolder folder, Map<String, String> settings) {
        return inWritable(folder, () -> {
            Optional<Ownership> ownership = Ownership.unlessRunning(folder, UNTIL_FREE);
            return ownership.isPresent() ? own(folder, ownership.get(), settings) : join(folder);
        });
    }

    /**
     * As {@link #start(DataFolder)}, but joins nobody: waits for an owner that is stopping.
     *
     * @throws CannotStart when another process has the folder and keeps it
     */
    static EmbeddedPostgres startAlone(DataFolder folder) {
        return inWritable(folder, () -> own(folder, Ownership.alone(folder, UNTIL_FREE), archiving(folder)));
    }

    /** Keeps the log in the archive, if there is one; what is written without one is missing there. */
    private static Map<String, String> archiving(DataFolder folder) {
        return Archive.named(System.getenv()).map(Archive::keeping).orElseGet(() -> {
            try {
                Files.deleteIfExists(folder.keptIn());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of();
        });
    }

    /** How to reach it. */
    public DatabaseAddress address() {
        return address;
    }

    /** Tells others who come to the data folder where its pages are. */
    void openAt(String pages) throws IOException {
        if (owned.isPresent()) {
            new Notice(address.url(), Optional.of(pages)).hang(folder);
        }
    }

    /** Tells others that it is about to stop, so that they wait until it has and do not join it. */
    void stopping() throws IOException {
        if (owned.isPresent()) {
            Notice.takeDown(folder);
        }
    }

    /** Stops the server, if this process owns it, after what is running has been told to end. */
    @Override
    public void close() {
        if (owned.isEmpty() || closed.getAndSet(true)) {
            return;
        }
        Owned mine = owned.get();
        try {
            try {
                stopping();
                mine.cluster().stop();
            } finally {
                mine.ownership().letGo();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres own(DataFolder folder, Ownership ownership, Map<String, String> settings)
            throws IOException {
        boolean running = false;
        try {
            Notice.takeDown(folder);
            Cluster cluster = new Cluster(folder);
            cluster.stopOrphan();
            cluster.makeIfMissing();
            DatabaseAddress address = cluster.launch(settings);
            new Notice(address.url(), Optional.empty()).hang(folder);
            running = true;
            return new EmbeddedPostgres(folder, address, Optional.of(new Owned(ownership, cluster)));
        } finally {
            if (!running) {
                ownership.letGo();
            }
        }
    }

    private static EmbeddedPostgres join(DataFolder folder) throws IOException {
        Notice notice = Notice.at(folder)
                .orElseThrow(() -> new CannotStart("The Ownpath process that has the data folder " + folder.root()
                        + " has just begun to stop. Try again when it has ended."));
        return new EmbeddedPostgres(folder, Cluster.address(folder, notice.databaseUrl()), Optional.empty());
    }

    private static EmbeddedPostgres inWritable(DataFolder folder, FileWork<EmbeddedPostgres> work) {
        try {
            Files.createDirectories(folder.root());
            if (!Files.isWritable(folder.root())) {
                throw new IOException("not writable");
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + folder.root() + " cannot be written to ("
                            + e.getClass().getSimpleName() + "). Make it writable for "
                            + System.getProperty("user.name") + ", or set OWNPATH_DATA to a folder that is.",
                    e);
        }
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL could not be started in " + folder.root() + ": " + e.getMessage(), e);
        }
    }
}
