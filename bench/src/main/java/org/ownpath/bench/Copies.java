package org.ownpath.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ownpath.launch.DatabaseAddress;

/** The copies of the product at work on one database, each a process of its own. */
final class Copies {

    private final List<Copy> copies = new ArrayList<>();
    private final Semaphore rested = new Semaphore(0);
    private final HarmedDatabase database;
    private final FaultCount count;
    private final Random random;

    Copies(HarmedDatabase database, FaultCount count, Random random) {
        this.database = database;
        this.count = count;
        this.random = random;
    }

    /** One copy of the product; one of the two changes rules too. */
    private record Copy(Process process, boolean changesRules, CountDownLatch atWork) {

        void untilAtWork() throws InterruptedException {
            if (!atWork.await(Faults.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("A copy that was started has done nothing for " + Faults.PATIENCE);
            }
        }

        void order(String what) throws IOException {
            process.outputWriter().write(what + "\n");
            process.outputWriter().flush();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts one more. */
    void start(boolean changesRules) throws IOException {
        DatabaseAddress address = database.throughNetwork();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogging.threshold.console=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultWorker.class.getName(),
                        address.url(),
                        address.ownerPassword(),
                        address.appPassword(),
                        database.data().toString(),
                        String.valueOf(random.nextLong()),
                        String.valueOf(changesRules))
                .redirectError(ProcessBuilder.Redirect.appendTo(log()))
                .start();
        Copy copy = new Copy(process, changesRules, new CountDownLatch(1));
        copies.add(copy);
        Thread listening = new Thread(() -> listen(copy));
        listening.setDaemon(true);
        listening.start();
    }

    /** Where they write what goes wrong. */
    File log() {
        return database.data().resolveSibling("copies.log").toFile();
    }

    /** Waits until each has done something: a harm to the database while it starts is for whoever starts it. */
    void untilAtWork() throws InterruptedException {
        for (Copy copy : copies) {
            copy.untilAtWork();
        }
    }

    /** Kills one of them, whichever it is, and starts another in its place. */
    void replaceOne() throws IOException, InterruptedException {
        Copy victim = copies.remove(random.nextInt(copies.size()));
        victim.kill();
        start(victim.changesRules());
    }

    void order(String what) throws IOException {
        for (Copy copy : copies) {
            copy.order(what);
        }
    }

    /** Lets them end what they are at and begin nothing. */
    void rest() throws IOException, InterruptedException {
        order("rest");
        if (!rested.tryAcquire(copies.size(), Faults.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The copies do not come to rest; see " + log());
        }
    }

    void kill() throws InterruptedException {
        for (Copy copy : copies) {
            copy.kill();
        }
    }

    private void listen(Copy copy) {
        try (BufferedReader told = copy.process().inputReader()) {
            told.lines().forEach(line -> {
                copy.atWork().countDown();
                if (line.equals(FaultWorker.RESTING)) {
                    rested.release();
                } else {
                    count.heard(line);
                }
            });
        } catch (IOException | UncheckedIOException killed) {
            // what was heard was heard
        }
    }
}
