package org.ownpath.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.ownpath.launch.backup.BackupFile;
import org.ownpath.launch.backup.Contents;
import org.ownpath.launch.backup.Passphrase;
import org.ownpath.launch.backup.Place;
import org.ownpath.launch.backup.Restoring;
import org.ownpath.mastery.Rejudging;
import org.springframework.util.FileSystemUtils;

/**
 * The command lines {@code backup FILE [--verify]}, {@code restore FILE}, {@code archive} and {@code restore --until
 * TIME}.
 */
final class BackupLine {

    private static final String USE =
            "Use: ./ownpath backup FILE [--verify], ./ownpath restore FILE, ./ownpath archive, "
                    + "or ./ownpath restore --until 2026-09-01T08:30:00Z";

    private final Map<String, String> environment;
    private final DataFolder folder;
    private final PrintStream out;

    BackupLine(Map<String, String> environment, DataFolder folder, PrintStream out) {
        this.environment = environment;
        this.folder = folder;
        this.out = out;
    }

    /** Writes a backup of the installation, which may be open for people meanwhile. */
    int backup(List<String> words) {
        CommandWords read = CommandWords.of(words, Set.of(), Set.of("--verify"), USE);
        Path file = file(read.plain());
        Passphrase passphrase = Passphrase.fromEnvironment(environment);
        Contents contents = written(file, passphrase);
        out.println("Written to " + file + ": " + told(contents) + ".");
        if (!contents.missingFiles().isEmpty()) {
            out.println("These files, which evidence names, are missing or changed in " + folder.files()
                    + " and not in the backup: " + contents.missingFiles());
        }
        return read.flags().contains("--verify") ? verify(BackupFile.at(file, passphrase)) : 0;
    }

    private Contents written(Path file, Passphrase passphrase) {
        Optional<DatabaseAddress> external = ExternalDatabase.named(environment);
        if (external.isPresent()) {
            return BackupFile.write(place(external.get(), folder), file, passphrase);
        }
        if (!Files.exists(folder.cluster())) {
            throw new CannotStart("There is no installation in " + folder.root() + " to back up. Set OWNPATH_DATA to "
                    + "its data folder.");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            return BackupFile.write(place(postgres.address(), folder), file, passphrase);
        }
    }

    private int verify(BackupFile backup) {
        try {
            Path trial = Files.createTempDirectory("ownpath-verify");
            Files.setPosixFilePermissions(trial, PosixFilePermissions.fromString("rwx--x--x"));
            try {
                return embedded(backup, backup.check(), new DataFolder(trial));
            } finally {
                FileSystemUtils.deleteRecursively(trial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Restores a backup into the empty place that the environment names. */
    int restore(List<String> words) {
        CommandWords.of(words, Set.of("--until"), Set.of(), USE);
        if (words.contains("--until")) {
            return restoreUntil(time(words));
        }
        BackupFile backup = BackupFile.at(file(words), Passphrase.fromEnvironment(environment));
        Contents contents = backup.check();
        Optional<DatabaseAddress> external = ExternalDatabase.named(environment);
        if (external.isPresent()) {
            return restored(backup, contents, new Target(external.get(), folder));
        }
        return inDraft(draft -> embedded(backup, contents, draft));
    }

    private int inDraft(ToIntFunction<DataFolder> work) {
        try (Draft draft = Draft.in(folder)) {
            int outcome = work.applyAsInt(draft.folder());
            draft.moveIn();
            out.println("It is in " + folder.root() + ". Start it with ./ownpath run");
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the database into the archive, from where it can be put back as it was at any later instant. */
    int archive() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Instant complete = new BaseCopy(folder, archiveNamed()).make(postgres.address());
            out.println("Copied. Any instant from " + complete + " on can be gone back to.");
            return 0;
        } catch (IOException | SQLException e) {
            throw new CannotStart("The copy could not be made: " + e.getMessage(), e);
        }
    }

    private int restoreUntil(Instant until) {
        PointInTime moment = new PointInTime(archiveNamed(), until);
        moment.base(); // before anything is made
        return inDraft(draft -> {
            try (EmbeddedPostgres postgres = moment.into(draft)) {
                out.println("Put back as of " + until + ".");
                return compared(Replay.of(postgres.address(), draft));
            }
        });
    }

    private Archive archiveNamed() {
        return Archive.named(environment)
                .orElseThrow(() -> new CannotStart("Set OWNPATH_ARCHIVE to the folder of the archive. " + USE));
    }

    private static Instant time(List<String> words) {
        int at = words.indexOf("--until") + 1;
        try {
            return OffsetDateTime.parse(at < words.size() ? words.get(at) : "").toInstant();
        } catch (DateTimeParseException e) {
            throw new CannotStart("'--until' needs a time with its zone, for instance 2026-09-01T08:30:00Z or "
                    + "2026-09-01T08:30:00-05:00.");
        }
    }

    private record Target(DatabaseAddress address, DataFolder folder) {
        Place place() {
            return BackupLine.place(address, folder);
        }
    }

    private int embedded(BackupFile backup, Contents contents, DataFolder into) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(into)) {
            return restored(backup, contents, new Target(postgres.address(), into));
        }
    }

    private int restored(BackupFile backup, Contents contents, Target target) {
        Restoring.load(backup, contents, target.place());
        out.println("Restored: " + told(contents) + "; rows and files are equal.");
        return compared(Replay.of(target.address(), target.folder()));
    }

    private int compared(Rejudging.Compared compared) {
        out.println(
                compared.differing() == 0
                        ? "All " + compared.all() + " judgements made anew from the ledger are equal to those stored."
                        : compared.differing() + " of " + compared.all() + " judgements were not what the ledger says"
                                + " under the rules in force now; they are made anew.");
        return compared.differing() == 0 ? 0 : 1;
    }

    private static String told(Contents contents) {
        return contents.rows() + " rows of " + contents.tables().size() + " tables and " + contents.files()
                + " files as of " + contents.madeAt();
    }

    private static Place place(DatabaseAddress address, DataFolder folder) {
        return new Place(address.url(), address.ownerPassword(), folder.root());
    }

    private static Path file(List<String> words) {
        return words.stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .map(Path::of)
                .orElseThrow(() -> new CannotStart(USE));
    }
}
