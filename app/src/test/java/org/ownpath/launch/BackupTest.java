package org.ownpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.launch.backup.BackupFile;
import org.ownpath.launch.backup.BackupRefused;
import org.ownpath.launch.backup.Contents;
import org.ownpath.launch.backup.Passphrase;
import org.ownpath.launch.backup.Place;
import org.ownpath.launch.backup.Restoring;
import org.ownpath.shared.ContentFiles;

/** A backup is made while another process records into the same installation, and restored elsewhere. */
class BackupTest {

    private static final String KEY = "nine slow rivers run east";
    private static final Map<String, String> ENVIRONMENT = Map.of("OWNPATH_BACKUP_KEY", KEY);
    private static final String WHOLE = " |";

    @TempDir
    static Path folder;

    private static Path backup;
    private static String hash;
    private static final Set<String> ACKNOWLEDGED = new TreeSet<>();

    @BeforeAll
    static void a_backup_is_made_while_somebody_records() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        backup = folder.resolve("school.backup");
        Process recorder = recorder(data);
        try (BufferedReader told = recorder.inputReader()) {
            assertThat(told.readLine()).startsWith("rejudged ");
            for (int i = 0; i < 20; i++) {
                ACKNOWLEDGED.add(task(told.readLine()));
            }
            keepAFile(data);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Thread listening = new Thread(() -> told.lines().forEach(line -> {}));
            listening.start();
            assertThat(line(data, said).backup(List.of(backup.toString()))).isZero();
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("Written to " + backup, "1 files as of");
            assertThat(recorder.isAlive()).as("recorded all the while").isTrue();
            recorder.toHandle().destroyForcibly();
            listening.join();
        } finally {
            recorder.destroyForcibly().waitFor();
        }
    }

    private static Process recorder(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogging.threshold.console=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.ownpath.RecorderToBeKilled",
                        data.toString(),
                        "11",
                        "record")
                .redirectError(data.resolve("recorder.log").toFile())
                .start();
    }

    private static String task(String line) {
        return line.substring("stored ".length(), line.length() - WHOLE.length());
    }

    private static void keepAFile(Path data) throws SQLException {
        hash = new ContentFiles(data.resolve("files"))
                .keep(new ByteArrayInputStream("A story of a bridge".getBytes(StandardCharsets.UTF_8)))
                .hash();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(data))) {
            run(postgres.address(), """
                    insert into evidence.artifact
                    select id, '%s', 'bridge.txt', 'text/plain', 19, now(), id from access.district""".formatted(hash));
            run(postgres.address(), """
                    insert into access.spring_session
                    values ('k', 's', 0, 0, 60, 9999999999999, 'somebody')""");
        }
    }

    private static BackupLine line(Path data, ByteArrayOutputStream said) {
        return new BackupLine(ENVIRONMENT, new DataFolder(data), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void what_was_acknowledged_before_is_there_nothing_is_half_there_and_judgements_replay_the_same() throws Exception {
        Path restored = folder.resolve("restored");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(line(restored, said).restore(List.of(backup.toString())))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("rows and files are equal", "judgements made anew from the ledger are equal");
        assertThat(restored.resolve("files").resolve(hash.substring(0, 2)).resolve(hash))
                .hasContent("A story of a bridge");
        assertThat(restored.resolve("restoring")).doesNotExist();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(restored))) {
            assertThat(texts(postgres.address(), "select distinct task from evidence.entry"))
                    .containsAll(ACKNOWLEDGED);
            assertThat(texts(postgres.address(), """
                            select task from evidence.entry
                            group by task having count(*) <> split_part(task, ' of ', 2)::int""")).as("half there").isEmpty();
            assertThat(texts(postgres.address(), "select session_id from access.spring_session"))
                    .as("nobody is signed in by a backup")
                    .isEmpty();
        }
        assertThatThrownBy(() -> line(restored, said).restore(List.of(backup.toString())))
                .as("into a folder that holds an installation")
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(restored.toString(), "Set OWNPATH_DATA to an empty folder");
    }

    @Test
    void a_changed_byte_is_refused_wherever_it_is_and_leaves_nothing_behind() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        Random random = new Random(5);
        for (int place : new int[] {0, 20, 40, 60, whole.length - 1, random.nextInt(whole.length)}) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            refused(changed, KEY, "damaged");
        }
    }

    @Test
    void a_file_that_was_cut_off_is_refused_and_leaves_nothing_behind() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        int beginning = 17 + 4 + 16 + 16;
        int chunk = 64 * 1024 + 16;
        for (int length : new int[] {10, beginning, beginning + chunk, whole.length - 1}) {
            refused(java.util.Arrays.copyOf(whole, length), KEY, "damaged");
        }
    }

    @Test
    void another_key_is_refused_and_leaves_nothing_behind() throws Exception {
        refused(Files.readAllBytes(backup), "nine slow rivers run west", "Give the key that it was made with");
        assertThatThrownBy(() -> Passphrase.fromEnvironment(Map.of())).hasMessageContaining("Set OWNPATH_BACKUP_KEY");
        assertThatThrownBy(() -> Passphrase.of("short"))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("at least 16");
    }

    private static void refused(byte[] content, String key, String reason) throws IOException {
        Path file = Files.write(folder.resolve("changed.backup"), content);
        Path target = folder.resolve("untouched");
        BackupLine line =
                new BackupLine(Map.of("OWNPATH_BACKUP_KEY", key), new DataFolder(target), new PrintStream(System.out));
        assertThatThrownBy(() -> line.restore(List.of(file.toString())))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(reason);
        assertThat(target).doesNotExist();
    }

    @Test
    void a_restoration_that_was_cut_off_is_noticed_and_begins_anew_and_one_that_fails_leaves_nothing()
            throws Exception {
        BackupFile file = BackupFile.at(backup, Passphrase.of(KEY));
        Contents contents = file.check();
        DataFolder data = new DataFolder(folder.resolve("external"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            Place place = new Place(postgres.address().url(), postgres.address().ownerPassword(), data.root());
            Contents.Table first = contents.tables().get(0);
            List<Contents.Table> changed = new ArrayList<>(contents.tables());
            changed.set(0, new Contents.Table(first.name(), first.columns(), first.rows() + 1, first.digest()));
            assertThatThrownBy(() -> Restoring.load(file, with(contents, contents.migrations(), changed), place))
                    .hasMessageContaining(first.name());
            assertThatThrownBy(() -> Restoring.load(file, with(contents, List.of("999"), contents.tables()), place))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("made by a newer Ownpath");
            assertThat(data.files()).doesNotExist();
            assertThat(schemas(postgres)).containsExactly("public");
            run(postgres.address(), "create schema ownpath_restoring");
            run(postgres.address(), "create schema half");
            assertThat(Restoring.cutOff(place)).isTrue();
            Restoring.load(file, contents, place);
            assertThat(Restoring.cutOff(place)).isFalse();
            assertThat(schemas(postgres)).contains("evidence").doesNotContain("half", "ownpath_restoring");
            assertThatThrownBy(() -> Restoring.load(file, contents, place))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("Restore into an empty one");
        }
    }

    private static Contents with(Contents contents, List<String> migrations, List<Contents.Table> tables) {
        return new Contents(
                contents.madeAt(), migrations, tables, contents.sequences(), contents.files(), contents.missingFiles());
    }

    private static List<String> schemas(EmbeddedPostgres postgres) throws SQLException {
        return texts(postgres.address(), """
                select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'
                order by 1""");
    }

    private static void run(DatabaseAddress address, String statement) throws SQLException {
        try (Connection owner = address.asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> texts(DatabaseAddress address, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection owner = address.asOwner();
                Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
