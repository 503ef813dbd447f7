package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the embedded database back as it was at an instant, from an archive. */
final class PointInTime {

    private final Archive archive;
    private final Instant until;

    PointInTime(Archive archive, Instant until) {
        this.archive = archive;
        this.until = until;
    }

    /** The copy to begin with. */
    Archive.Base base() {
        try {
            return archive.bases().stream()
                    .filter(base -> !base.completeAt().isAfter(until))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new CannotStart("The archive " + archive.folder() + " has no copy from before "
                            + until + ". Choose a later time" + earliest() + ", or another archive."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts it into an empty folder and starts it there. */
    EmbeddedPostgres into(DataFolder folder) {
        try {
            Path base = base().folder();
            BaseCopy.copy(base.resolve("secrets"), folder.root().resolve("secrets"), Set.of());
            BaseCopy.copy(base.resolve("postgres"), folder.cluster(), Set.of());
            Files.createFile(folder.cluster().resolve("recovery.signal"));
            handOver(folder.cluster());
            if (Files.exists(archive.files())) {
                BaseCopy.copy(archive.files(), folder.files(), Set.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>(archive.goingOnUntil(until));
        settings.put("archive_mode", "off");
        try {
            return EmbeddedPostgres.start(folder, settings);
        } catch (UncheckedIOException e) {
            throw new CannotStart(
                    "The archive " + archive.folder() + " does not reach " + until + ", or a part of it is missing"
                            + reason(folder) + ". Choose an earlier time.",
                    e);
        }
    }

    private String earliest() {
        try {
            return archive.bases().stream()
                    .findFirst()
                    .map(first -> ", from " + first.completeAt() + " on")
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server said last. */
    private static String reason(DataFolder folder) {
        try (Stream<String> log = Files.lines(folder.root().resolve("postgres.log"))) {
            return log.filter(line -> line.contains("FATAL:"))
                    .reduce((earlier, later) -> later)
                    .map(line ->
                            " (" + line.substring(line.indexOf("FATAL:") + 6).strip() + ")")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static void handOver(Path cluster) throws IOException {
        Unprivileged owner = Unprivileged.onThisMachine();
        try (Stream<Path> all = Files.walk(cluster)) {
            all.forEach(owner::handOver);
        }
    }
}
