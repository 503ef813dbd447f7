package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.EmbeddedPostgres;

/**
 * Nothing that was acknowledged is lost and nothing is half there, whenever the process or the database is killed.
 * Each run has moments of its own. {@code -Downpath.kills=N} kills N times, where {@code CI} is set fifty times,
 * {@code -Downpath.kills.seed=S} repeats a failure's moments.
 */
@Tag("database")
class KilledTest {

    private static final int KILLS_IN_ONE_FOLDER = 25;
    private static final int DATABASE_KILLED_EVERY = 5;

    private final long seed = Long.getLong("ownpath.kills.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Set<String> acknowledged = new HashSet<>();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_half_there_after_a_kill() throws Exception {
        int kills = Integer.getInteger("ownpath.kills", System.getenv("CI") == null ? 10 : 50);
        Path folder = fresh(0);
        for (int round = 1; round <= kills; round++) {
            String moment = "after kill " + round + " with -Downpath.kills.seed=" + seed + " in " + folder;
            recordUntilKilled(folder, round % DATABASE_KILLED_EVERY == 0, moment);
            check(folder, moment);
            if (round % KILLS_IN_ONE_FOLDER == 0 || round == kills) {
                rejudge(folder, moment);
                assertThat(acknowledged).as("acknowledged until " + moment).isNotEmpty();
                acknowledged.clear();
                folder = fresh(round);
            }
        }
    }

    private static Path fresh(int round) {
        return Path.of("target", "killed-" + ProcessHandle.current().pid() + "-" + round)
                .toAbsolutePath();
    }

    private void recordUntilKilled(Path folder, boolean databaseToo, String moment) throws Exception {
        Process recorder = start(folder, "record");
        try (BufferedReader told = recorder.inputReader()) {
            assertThat(told.readLine()).as("judgements found " + moment).startsWith("rejudged ");
            String first = told.readLine();
            assertThat(first).as("first acknowledgement " + moment).isNotNull();
            hear(first);
            int afterMillis = 50 + random.nextInt(751);
            Thread killer = new Thread(() -> kill(recorder, folder, databaseToo, afterMillis));
            killer.start();
            told.lines().forEach(this::hear);
            killer.join();
        } finally {
            recorder.destroyForcibly().waitFor();
        }
    }

    private void hear(String line) {
        if (line.endsWith(RecorderToBeKilled.WHOLE)) {
            acknowledged.add(line.substring("stored ".length(), line.length() - RecorderToBeKilled.WHOLE.length()));
        }
    }

    private static void kill(Process recorder, Path folder, boolean databaseToo, int afterMillis) {
        try {
            Thread.sleep(afterMillis);
            List<ProcessHandle> victims = databaseToo ? server(folder) : List.of();
            victims.forEach(ProcessHandle::destroyForcibly);
            // by its handle: the process itself would close the stream of what was told and not yet heard
            recorder.toHandle().destroyForcibly();
            recorder.waitFor();
            for (ProcessHandle victim : victims) {
                victim.onExit().join();
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The postmaster and its children. */
    private static List<ProcessHandle> server(Path folder) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private void check(Path folder, String moment) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(folder));
                Connection connection = postgres.address().asOwner();
                Statement sql = connection.createStatement()) {
            assertThat(texts(sql, "select distinct task from evidence.entry"))
                    .as("acknowledged and there " + moment)
                    .containsAll(acknowledged);
            assertThat(texts(sql, """
                            select task || ', but there are ' || count(*) from evidence.entry
                            group by task having count(*) <> split_part(task, ' of ', 2)::int""")).as("half there " + moment).isEmpty();
            assertThat(texts(sql, """
                            select concat_ws(' ', student_id, competency_id, entries, state)
                            from (select student_id, competency_id, count(*) as entries
                                  from evidence.entry group by student_id, competency_id) as e
                            full join mastery.judgement j using (student_id, competency_id)
                            where entries is null or state is null or state = 'no_evidence'"""))
                    .as("pairs with evidence and no judgement, or the reverse, " + moment)
                    .isEmpty();
        }
    }

    private void rejudge(Path folder, String moment) throws Exception {
        Process judge = start(folder, "rejudge");
        try (BufferedReader told = judge.inputReader()) {
            assertThat(told.readLine()).as("judgements found " + moment).startsWith("rejudged ");
            assertThat(judge.waitFor())
                    .as("exit code of judging again " + moment)
                    .isZero();
        } finally {
            judge.destroyForcibly().waitFor();
        }
    }

    private Process start(Path folder, String what) throws IOException {
        Files.createDirectories(folder);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogging.threshold.console=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecorderToBeKilled.class.getName(),
                        folder.toString(),
                        String.valueOf(random.nextLong()),
                        what)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "recorder.log")))
                .start();
    }

    private static List<String> texts(Statement sql, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
