package org.ownpath.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to run the database of a data folder. One process has it at a time, by a lock that the system takes back
 * when the process ends, however it ends.
 */
final class Ownership {

    private final FileChannel channel;

    private Ownership(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the folder to be free, as it soon is when its owner is stopping.
     *
     * @throws CannotStart at once when its owner is open for people, or when it is not free after the patience
     */
    static Ownership alone(DataFolder folder, Duration patience) throws IOException {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            Optional<Ownership> ownership = attempt(folder);
            if (ownership.isPresent()) {
                return ownership.get();
            }
            Optional<String> pages = Notice.at(folder).flatMap(Notice::pages);
            if (pages.isPresent()) {
                throw new CannotStart("Ownpath is already open at " + pages.get() + " with the data folder "
                        + folder.root() + ". Use it there, or stop it first.");
            }
            refuseAfter(deadline, patience, folder);
        }
    }

    /** The ownership, or nothing as soon as another owner's database can be joined. */
    static Optional<Ownership> unlessRunning(DataFolder folder, Duration patience) throws IOException {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            Optional<Ownership> ownership = attempt(folder);
            if (ownership.isPresent() || Notice.at(folder).isPresent()) {
                return ownership;
            }
            refuseAfter(deadline, patience, folder);
        }
    }

    void letGo() throws IOException {
        channel.close();
    }

    private static Optional<Ownership> attempt(DataFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ownedByThisProcess) {
            // closing any channel on the file would let go of the lock that this process has through another
            return Optional.empty();
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Ownership(channel));
    }

    private static void refuseAfter(Instant deadline, Duration patience, DataFolder folder) {
        if (Instant.now().isAfter(deadline)) {
            throw new CannotStart("Another Ownpath process has used the data folder " + folder.root() + " for the last "
                    + patience.toSeconds() + " seconds. Wait until it has ended, or stop it, then try again.");
        }
        Pause.brief();
    }
}
