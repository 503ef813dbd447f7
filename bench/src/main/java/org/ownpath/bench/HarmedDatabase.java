package org.ownpath.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.launch.EmbeddedPostgres;

/** A database that can be killed, cut off and left without room, and is mended where the product cannot do it itself. */
final class HarmedDatabase implements AutoCloseable {

    private final Path data;
    private final Filler disk;
    private final CutProxy network;
    private EmbeddedPostgres postgres;

    /** In a folder of its own. */
    HarmedDatabase(Path folder) throws IOException {
        this.disk = Filler.under(folder);
        this.data = Files.createDirectories(folder.resolve("data"));
        this.postgres = EmbeddedPostgres.start(new DataFolder(data));
        this.network = new CutProxy(port(postgres));
    }

    Path data() {
        return data;
    }

    /** The disk that it lies on. */
    Filler disk() {
        return disk;
    }

    /** What lies between it and the copies. */
    CutProxy network() {
        return network;
    }

    /** Where it is, for whoever looks at it past the network. */
    DatabaseAddress address() {
        return postgres.address();
    }

    /** Where the copies find it. */
    DatabaseAddress throughNetwork() {
        DatabaseAddress direct = postgres.address();
        return new DatabaseAddress(
                direct.url().replace(":" + port(postgres) + "/", ":" + network.port() + "/"),
                direct.ownerPassword(),
                direct.appPassword());
    }

    /** Kills all of it and starts it again. */
    void killAndStart() throws IOException {
        kill();
        try {
            postgres.close();
        } catch (IllegalStateException stoppedAlready) {
            // it was killed: there is nothing left to stop, and the folder is free
        }
        postgres = EmbeddedPostgres.start(new DataFolder(data));
        network.leadTo(port(postgres));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        network.close();
        disk.close();
    }

    private void kill() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        List<ProcessHandle> victims = ProcessHandle.of(pid)
                .map(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .toList())
                .orElse(List.of());
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
    }

    private static int port(EmbeddedPostgres postgres) {
        String url = postgres.address().url();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
    }
}
