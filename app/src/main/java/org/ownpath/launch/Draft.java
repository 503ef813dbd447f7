package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * An installation that is put together inside an empty data folder and moves into it when it is whole: the database
 * last, for a folder without one holds no installation.
 */
final class Draft implements AutoCloseable {

    private static final List<String> PARTS = List.of("files", "secrets", "postgres-bin", "postgres");

    private final DataFolder target;
    private final Ownership ownership;

    private Draft(DataFolder target, Ownership ownership) {
        this.target = target;
        this.ownership = ownership;
    }

    /** Begins one in a folder that has no installation; what was left of one that was cut off is cleared away. */
    static Draft in(DataFolder target) {
        try {
            Files.createDirectories(target.root());
            Draft draft = new Draft(target, Ownership.alone(target, Duration.ZERO));
            boolean cutOff = Files.exists(draft.folder().root());
            if (Files.exists(target.cluster()) || (!cutOff && holds(target.files()))) {
                draft.ownership.letGo();
                throw new CannotStart("The data folder " + target.root() + " holds an installation already. Set "
                        + "OWNPATH_DATA to an empty folder, or move that one away.");
            }
            FileSystemUtils.deleteRecursively(draft.folder().root());
            return draft;
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can be put into " + target.root() + ": " + e.getMessage(), e);
        }
    }

    /** Where it is put together. */
    DataFolder folder() {
        return target.draft();
    }

    /** Moves it into its place. Its database has to be stopped. */
    void moveIn() throws IOException {
        for (String part : PARTS) {
            Path from = folder().root().resolve(part);
            if (Files.exists(from)) {
                FileSystemUtils.deleteRecursively(target.root().resolve(part));
                Files.move(from, target.root().resolve(part), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Leaves nothing of it but what has moved in. */
    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder().root());
            ownership.letGo();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }
}
