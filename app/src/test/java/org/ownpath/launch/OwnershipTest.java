package org.ownpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has a data folder, with a real second process as the one that has it. */
class OwnershipTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path root;

    private DataFolder folder() {
        return new DataFolder(root);
    }

    /** A process that owns the folder until its input ends. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] args) throws IOException {
            Ownership mine = Ownership.alone(new DataFolder(Path.of(args[0])), LONG);
            System.out.println("mine");
            System.in.read();
            mine.letGo();
        }
    }

    private Process owner() throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader told = owner.inputReader();
        assertThat(told.readLine()).isEqualTo("mine");
        return owner;
    }

    @Test
    void a_folder_whose_owner_is_stopping_is_waited_for() throws Exception {
        Process owner = owner();
        assertThatThrownBy(() -> Ownership.alone(folder(), SHORT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(root.toString(), "Wait until it has ended");
        new Thread(() -> letGo(owner)).start();
        Ownership.alone(folder(), LONG).letGo();
        assertThat(owner.waitFor()).isZero();
    }

    private static void letGo(Process owner) {
        try {
            owner.outputWriter().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_folder_that_is_open_for_people_is_refused_at_once_with_its_address() throws Exception {
        Process owner = owner();
        new Notice("jdbc:postgresql://127.0.0.1:1/ownpath", Optional.of("http://localhost:8080")).hang(folder());
        assertThatThrownBy(() -> Ownership.alone(folder(), LONG))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Ownpath is already open at http://localhost:8080 with the data folder " + root
                        + ". Use it there, or stop it first.");
        assertThat(Ownership.unlessRunning(folder(), LONG))
                .as("an import joins it")
                .isEmpty();
        letGo(owner);
    }

    @Test
    void a_killed_owner_keeps_nobody_out_though_its_notice_still_hangs() throws Exception {
        Process owner = owner();
        new Notice("jdbc:postgresql://127.0.0.1:1/ownpath", Optional.of("http://localhost:8080")).hang(folder());
        owner.destroyForcibly().waitFor();
        Ownership.alone(folder(), SHORT).letGo();
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused_with_the_remedy() {
        Path impossible = Path.of("/proc/ownpath");
        assertThatThrownBy(() -> EmbeddedPostgres.start(new DataFolder(impossible)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(impossible.toString(), "set OWNPATH_DATA to a folder that is");
    }
}
