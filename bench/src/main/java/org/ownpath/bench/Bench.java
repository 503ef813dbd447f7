package org.ownpath.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ownpath.OwnpathApplication;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs benchmarks and prints a row for each: those that are named, or all. {@code record}, {@code grid}, {@code
 * signals --students N}, {@code standards}, {@code import} and {@code what-if} run on a fresh database with the seed school; {@code tracing}, {@code
 * items}, {@code adaptive}, {@code replay}, {@code grouping}, {@code early-warning} and {@code simulation} need the engine only. Only when they
 * are named run {@code statements --count N}, of learning records, {@code testing}, which takes five minutes, {@code what-if-district --pieces N}, of 200
 * pieces for each student, and {@code faults --minutes N}.
 */
public final class Bench {

    private static final Set<String> WITH_DATABASE =
            Set.of("record", "grid", "signals", "import", "what-if", "standards");

    private static final int DISTRICT_PIECES = 10_000_000;

    private static final int A_MILLION = 1_000_000;

    private Bench() {}

    /** Entry point. */
    public static void main(String[] args) throws Exception {
        Set<String> named = Set.of(args);
        if (WITH_DATABASE.stream().anyMatch(name -> wanted(named, name))
                || named.contains("what-if-district")
                || named.contains("statements")) {
            withDatabase(
                    named,
                    number(args, "--pieces", DISTRICT_PIECES),
                    number(args, "--count", A_MILLION),
                    number(args, "--students", SignalLook.STUDENTS));
        }
        if (named.contains("testing")) {
            new TestingLoad().run();
        }
        if (named.contains("faults") && !new Faults().run(Duration.ofMinutes(number(args, "--minutes", 10)))) {
            System.exit(1);
        }
        String[] none = {};
        if (wanted(named, "tracing")) {
            BktBench.main(none);
        }
        if (wanted(named, "items")) {
            ItemResponseBench.main(none);
        }
        if (wanted(named, "adaptive")) {
            AdaptiveBench.main(none);
        }
        if (wanted(named, "replay")) {
            ReplayBench.main(none);
        }
        if (wanted(named, "grouping")) {
            GroupingBench.main(none);
        }
        if (wanted(named, "early-warning")) {
            EarlyWarningBench.main(none);
        }
        if (wanted(named, "simulation")) {
            SimulationBench.main(none);
        }
    }

    private static int number(String[] args, String name, int otherwise) {
        int at = List.of(args).indexOf(name) + 1;
        return at == 0 ? otherwise : Integer.parseInt(args[at]);
    }

    private static void withDatabase(Set<String> named, int pieces, int statements, int students) throws Exception {
        Path data = Files.createTempDirectory("ownpath-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(data))) {
            SpringApplication app = new SpringApplication(OwnpathApplication.class);
            Map<String, Object> settings = new HashMap<>(postgres.address().asSettings());
            settings.put("ownpath.data", data.toString());
            settings.put("ownpath.sealing", "a secret of this benchmark");
            settings.put("ownpath.seed", "northside");
            if (students > SignalLook.STUDENTS) {
                // whatever else goes by the clock would read the copies while their indexes are made
                settings.put("ownpath.work-by-the-clock", "false");
            }
            settings.put("ownpath.exchange.private-connections", "true");
            app.setDefaultProperties(settings);
            try (ConfigurableApplicationContext context = app.run("--server.port=0")) {
                gatherStatistics(settings);
                Viewer registrar = context.getBean(Accounts.class)
                        .viewer("philippa.crane@northside.example")
                        .orElseThrow();
                System.out.println("| what | measured | beside | ratio |");
                System.out.println("|---|---|---|---|");
                if (wanted(named, "record")) {
                    DistrictScope.run(registrar.district(), () -> new SingleRecord(context, registrar).run());
                }
                if (wanted(named, "grid")) {
                    SignedIn reader = new SignedIn(context, "philippa.crane");
                    DistrictScope.within(registrar.district(), () -> new GridRead(context, reader))
                            .run(registrar);
                }
                if (wanted(named, "standards")) {
                    StandardsOut out = new StandardsOut(context, registrar);
                    DistrictScope.run(registrar.district(), out::run);
                }
                if (wanted(named, "import")) {
                    new BulkImport(context, postgres.address(), data).run();
                }
                if (wanted(named, "what-if")) {
                    whatIf(WhatIfDistrict.Size.SCHOOL, context, postgres, data).run(3);
                }
                if (named.contains("what-if-district")) {
                    whatIf(WhatIfDistrict.Size.district(pieces), context, postgres, data)
                            .run(1);
                }
                if (named.contains("statements")) {
                    try (Connection owner = owner(settings)) {
                        StatementLoad.besideWhichTable(owner);
                    }
                    StatementLoad load = new StatementLoad(context, registrar);
                    DistrictScope.run(registrar.district(), () -> load.run(statements));
                }
                if (wanted(named, "signals")) {
                    SignalLook look = DistrictScope.within(registrar.district(), () -> new SignalLook(context));
                    try (Connection owner = owner(settings)) {
                        look.copying(owner, students);
                        DistrictScope.run(registrar.district(), look::run);
                        look.aDayLater(owner);
                    }
                }
            }
        }
    }

    private static WhatIfReplay whatIf(
            WhatIfDistrict.Size size, ApplicationContext context, EmbeddedPostgres postgres, Path data)
            throws IOException, InterruptedException {
        return new WhatIfReplay(new WhatIfDistrict(size, context, data), context, postgres.address());
    }

    /** What autovacuum does within a minute of the seed: without it the first plans are made for empty tables. */
    private static void gatherStatistics(Map<String, Object> settings) throws SQLException {
        try (Connection owner = owner(settings);
                Statement sql = owner.createStatement()) {
            sql.execute("analyze");
        }
    }

    private static Connection owner(Map<String, Object> settings) throws SQLException {
        return DriverManager.getConnection(
                String.valueOf(settings.get("spring.datasource.url")),
                String.valueOf(settings.get("spring.flyway.user")),
                String.valueOf(settings.get("spring.flyway.password")));
    }

    private static boolean wanted(Set<String> named, String name) {
        return named.isEmpty() || named.contains(name);
    }
}
