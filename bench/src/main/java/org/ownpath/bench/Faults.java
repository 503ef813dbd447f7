package org.ownpath.bench;

import java.io.IOException;
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
import java.util.stream.Collectors;
import org.ownpath.OwnpathApplication;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.launch.DatabaseAddress;
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

    /** How long something may take before it counts as broken. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int SIGNS_OF_LIFE = 20;

    private final Random random = new Random(Long.getLong("ownpath.faults.seed", System.nanoTime()));
    private final FaultCount count = new FaultCount();
    private final Path folder;
    private final HarmedDatabase database;
    private final Copies copies;

    Faults() throws IOException {
        this.folder = Files.createTempDirectory("ownpath-faults");
        this.database = new HarmedDatabase(folder);
        this.copies = new Copies(database, count, random);
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
                product(database.throughNetwork(), database.data().toString()).run()) {
            copies.start(true);
            copies.start(false);
            copies.untilAtWork();
            Instant end = Instant.now().plus(length);
            while (Instant.now().isBefore(end)) {
                for (Fault fault : faults()) {
                    suffer(fault);
                }
                copies.rest();
                judge(judge);
                copies.order("work");
                System.err.println(Instant.now() + (count.clean() ? " clean\n" : " NOT CLEAN\n") + count.rows());
            }
            copies.kill();
        }
        database.close();
        if (count.clean()) {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.out.print(count.rows());
        if (!database.disk().possible()) {
            System.out.println("A full disk was not tried: a small disk of one's own could not be mounted here.");
        }
        return count.clean();
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault("copy killed", copies::replaceOne),
                new Fault("database killed", database::killAndStart),
                new Fault("network cut", this::cutNetwork),
                new Fault("clocks jump", this::letClocksJump)));
        if (database.disk().possible()) {
            faults.add(new Fault("disk full", this::fillDisk));
        }
        return faults;
    }

    private void cutNetwork() {
        database.network().cut();
        pause(Duration.ofSeconds(3));
        database.network().mend();
    }

    /** The copies' clocks are wrong for a while, each by its own. */
    private void letClocksJump() throws Exception {
        copies.order("jump");
        pause(Duration.ofSeconds(10));
        copies.order("right");
    }

    /** To its last byte; when there is room again, the database is started anew. */
    private void fillDisk() throws Exception {
        database.disk().fill();
        pause(Duration.ofSeconds(5));
        database.disk().empty();
        database.killAndStart();
    }

    /** It happens, some seconds after the one before, and all go on. */
    private void suffer(Fault fault) throws Exception {
        pause(Duration.ofMillis(2000 + random.nextInt(5000)));
        fault.damage().happen();
        Instant mended = Instant.now();
        untilHeard(1);
        count.fault(fault.words(), Duration.between(mended, Instant.now()));
        untilHeard(SIGNS_OF_LIFE);
        copies.untilAtWork();
    }

    /** Compares while nothing is under way. */
    private void judge(ConfigurableApplicationContext judge) throws Exception {
        count.check(database.address());
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

    private void untilHeard(int more) {
        long before = count.heard();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (count.heard() < before + more) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Nothing was acknowledged for " + PATIENCE + "; see " + copies.log());
            }
            pause(Duration.ofMillis(50));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
