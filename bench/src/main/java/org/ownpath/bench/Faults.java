package org.ownpath.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.OwnpathApplication;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.launch.EmbeddedPostgres;
import org.ownpath.mastery.Rejudging;
import org.ownpath.policy.Rules;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Two copies of the product on one database, under mixed load, while one thing after the other goes wrong: a copy is
 * killed, the database is killed, the network between them is cut, their clocks jump, the disk is full. After each, both
 * have to go on by themselves. When each has happened once more, they rest: then everything acknowledged has to be there,
 * nothing by half, and every judgement as the ledger says.
 */
final class Faults {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SIGNS_OF_LIFE = 20;

    private final Random random = new Random(Long.getLong("ownpath.faults.seed", System.nanoTime()));
    private final FaultCount count = new FaultCount();
    private final Path folder;
    private final List<Copy> copies = new ArrayList<>();
    private final Semaphore rested = new Semaphore(0);
    private final Filler filler;
    private EmbeddedPostgres postgres;
    private CutProxy network;

    private enum Fault {
        COPY_KILLED,
        DATABASE_KILLED,
        NETWORK_CUT,
        CLOCKS_JUMP,
        DISK_FULL
    }

    /** One copy of the product; one of the two changes rules too. */
    private record Copy(Process process, boolean changesRules, CountDownLatch atWork) {

        /** Waits until it has done something: a harm to the database while it starts is for whoever starts it. */
        void untilAtWork() throws InterruptedException {
            if (!atWork.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("A copy that was started has done nothing for " + PATIENCE);
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

    Faults() throws IOException {
        this.folder = Files.createTempDirectory("ownpath-faults");
        this.filler = Filler.under(folder);
        Path data = Files.createDirectories(folder.resolve("data"));
        this.postgres = EmbeddedPostgres.start(new DataFolder(data));
        this.network = new CutProxy(port(postgres));
    }

    /** The product without pages, on a database. */
    static SpringApplication product(DatabaseAddress address, String data) {
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(address.asSettings());
        settings.put("ownpath.data", data);
        settings.put("ownpath.sealing", "what every copy of a run knows");
        settings.put("ownpath.seed", "northside");
        settings.put("spring.datasource.hikari.connection-timeout", "3000");
        app.setDefaultProperties(settings);
        return app;
    }

    /** Gives whether nothing was lost. */
    boolean run(Duration length) throws Exception {
        try (ConfigurableApplicationContext judge =
                product(throughNetwork(), folder.resolve("data").toString()).run()) {
            start(true);
            start(false);
            for (Copy copy : copies) {
                copy.untilAtWork();
            }
            Instant end = Instant.now().plus(length);
            while (Instant.now().isBefore(end)) {
                round();
                rested(judge);
                System.err.println(Instant.now() + (count.clean() ? " clean\n" : " NOT CLEAN\n") + count.rows());
            }
            for (Copy copy : copies) {
                copy.kill();
            }
        }
        postgres.close();
        network.close();
        filler.close();
        if (count.clean()) {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.out.print(count.rows());
        if (!filler.possible()) {
            System.out.println("A full disk was not tried: a small disk of one's own could not be mounted here.");
        }
        return count.clean();
    }

    /** Each harm once. */
    private void round() throws Exception {
        for (Fault fault : Fault.values()) {
            if (fault == Fault.DISK_FULL && !filler.possible()) {
                continue;
            }
            pause(Duration.ofMillis(2000 + random.nextInt(5000)));
            inflict(fault);
            Instant mended = Instant.now();
            untilHeard(1);
            count.fault(
                    fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    Duration.between(mended, Instant.now()));
            untilHeard(SIGNS_OF_LIFE);
            for (Copy copy : copies) {
                copy.untilAtWork();
            }
        }
    }

    /** Judges while nothing is under way. */
    private void rested(ConfigurableApplicationContext judge) throws Exception {
        orderAll("rest");
        if (!rested.tryAcquire(copies.size(), PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The copies do not come to rest; see " + folder.resolve("copies.log"));
        }
        judge(judge);
        orderAll("work");
    }

    private void orderAll(String what) throws IOException {
        for (Copy copy : copies) {
            copy.order(what);
        }
    }

    /** Does the damage and mends what the product cannot mend itself. */
    private void inflict(Fault fault) throws Exception {
        switch (fault) {
            case COPY_KILLED -> {
                Copy victim = copies.remove(random.nextInt(copies.size()));
                victim.kill();
                start(victim.changesRules());
            }
            case DATABASE_KILLED -> {
                killDatabase();
                startDatabase();
            }
            case NETWORK_CUT -> {
                network.cut();
                pause(Duration.ofSeconds(3));
                network.mend();
            }
            case CLOCKS_JUMP -> {
                orderAll("jump");
                pause(Duration.ofSeconds(10));
                orderAll("right");
            }
            case DISK_FULL -> {
                filler.fill();
                pause(Duration.ofSeconds(5));
                filler.empty();
                killDatabase();
                startDatabase();
            }
        }
    }

    private void killDatabase() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .get(0)
                .strip());
        List<ProcessHandle> victims = ProcessHandle.of(pid)
                .map(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .toList())
                .orElse(List.of());
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
    }

    private void startDatabase() {
        try {
            postgres.close();
        } catch (IllegalStateException stoppedAlready) {
            // it was killed: there is nothing left to stop, and the folder is free
        }
        postgres = EmbeddedPostgres.start(new DataFolder(folder.resolve("data")));
        network.leadTo(port(postgres));
    }

    private void judge(ConfigurableApplicationContext judge) throws Exception {
        count.check(postgres.address());
        Rejudging rejudging = judge.getBean(Rejudging.class);
        for (DistrictId district : judge.getBean(Accounts.class).districts()) {
            DistrictScope.run(district, () -> {
                untilCaughtUp(judge);
                Rejudging.Compared compared = rejudging.compared(Progress.SILENT);
                count.judgements(compared.all(), compared.differing());
            });
        }
    }

    /** A rule that was adopted just before everything was killed is judged by a little later. */
    private static void untilCaughtUp(ConfigurableApplicationContext judge) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            Instant now = Instant.now();
            Set<UUID> due = judge.getBean(Rules.class).book().versions().stream()
                    .filter(version -> !version.effectiveFrom().isAfter(now.plusSeconds(600)))
                    .map(version -> version.adoption().id().value())
                    .collect(Collectors.toSet());
            judge.getBean(JdbcClient.class)
                    .sql("select adoption_id from mastery.caught_up where at is not null")
                    .query(UUID.class)
                    .list()
                    .forEach(due::remove);
            if (due.isEmpty()) {
                return;
            }
            if (now.isAfter(deadline)) {
                throw new IllegalStateException("These adoptions are still due: " + due);
            }
            pause(Duration.ofSeconds(1));
        }
    }

    private void start(boolean changesRules) throws IOException {
        DatabaseAddress address = throughNetwork();
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
                        folder.resolve("data").toString(),
                        String.valueOf(random.nextLong()),
                        String.valueOf(changesRules))
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "copies.log")))
                .start();
        Copy copy = new Copy(process, changesRules, new CountDownLatch(1));
        copies.add(copy);
        Thread listening = new Thread(() -> listen(copy));
        listening.setDaemon(true);
        listening.start();
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

    private void untilHeard(int more) {
        long before = count.heard();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (count.heard() < before + more) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "Nothing was acknowledged for " + PATIENCE + "; see " + folder.resolve("copies.log"));
            }
            pause(Duration.ofMillis(50));
        }
    }

    private DatabaseAddress throughNetwork() {
        DatabaseAddress direct = postgres.address();
        return new DatabaseAddress(
                direct.url().replace(":" + port(postgres) + "/", ":" + network.port() + "/"),
                direct.ownerPassword(),
                direct.appPassword());
    }

    private static int port(EmbeddedPostgres postgres) {
        String url = postgres.address().url();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
