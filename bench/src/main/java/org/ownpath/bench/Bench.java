package org.ownpath.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ownpath.bench.Benchmark.Alone;
import org.ownpath.bench.Benchmark.OnSeedSchool;
import org.springframework.util.FileSystemUtils;

/**
 * Runs benchmarks and prints a row for each: those that are named, or all but those that take long. {@code --help} lists
 * them.
 */
public final class Bench {

    private static final String[] NOTHING = {};

    private static final Benchmark<OnSeedSchool> SIGNALS = new Benchmark<OnSeedSchool>(
                    "signals", "the signals of a district of so many students", Bench::signals)
            .with("--students", SignalLook.STUDENTS);

    private static final List<Benchmark<OnSeedSchool>> ON_SEED_SCHOOL = List.of(
            new Benchmark<>(
                    "record",
                    "one durable record with its judgement",
                    (school, none) -> school.run(() -> new SingleRecord(school.context(), school.registrar()).run())),
            new Benchmark<>("grid", "a grid of 150 students, read by many at once", (school, none) -> grid(school)),
            new Benchmark<>(
                    "standards",
                    "frameworks by CASE and a gradebook by OneRoster",
                    (school, none) -> school.run(() -> new StandardsOut(school.context(), school.registrar()).run())),
            new Benchmark<>(
                    "import",
                    "a file of evidence",
                    (school, none) -> new BulkImport(school.context(), school.address(), school.folder()).run()),
            new Benchmark<>(
                    "what-if",
                    "what drafts would change in a school",
                    (school, none) -> whatIf(school, WhatIfDistrict.Size.SCHOOL).run(3)),
            new Benchmark<OnSeedSchool>(
                            "what-if-district",
                            "the same in a district with so many pieces of evidence",
                            (school, pieces) -> whatIf(school, WhatIfDistrict.Size.district(pieces))
                                    .run(1))
                    .with("--pieces", 10_000_000)
                    .whenNamed(),
            new Benchmark<OnSeedSchool>(
                            "statements", "so many learning records, written and asked for", Bench::statements)
                    .with("--count", 1_000_000)
                    .whenNamed(),
            SIGNALS);

    private static final List<Benchmark<Alone>> ALONE = List.of(
            new Benchmark<Alone>(
                            "testing",
                            "500 students in tests at once, while the product is killed; five minutes",
                            none -> new TestingLoad().run())
                    .whenNamed(),
            new Benchmark<Alone>(
                            "faults",
                            "kills, cut network, wrong clocks and a full disk, for so many minutes",
                            Bench::faults)
                    .with("--minutes", 10)
                    .whenNamed(),
            new Benchmark<>("tracing", "knowledge tracing", none -> BktBench.main(NOTHING)),
            new Benchmark<>("items", "item response models", none -> ItemResponseBench.main(NOTHING)),
            new Benchmark<>("adaptive", "the next question of an adaptive test", none -> AdaptiveBench.main(NOTHING)),
            new Benchmark<>("replay", "evidence judged again under a rule", none -> ReplayBench.main(NOTHING)),
            new Benchmark<>("grouping", "groups by readiness", none -> GroupingBench.main(NOTHING)),
            new Benchmark<>(
                    "early-warning",
                    "how early a competency is told that will not be mastered",
                    none -> EarlyWarningBench.main(NOTHING)),
            new Benchmark<>(
                    "simulation", "a million simulated learners in 13 years", none -> SimulationBench.main(NOTHING)));

    private Bench() {}

    /** Entry point. */
    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help")) {
            all().map(Benchmark::line).forEach(System.out::println);
            return;
        }
        run(asked(args));
    }

    private static Asked asked(String[] args) {
        try {
            return Asked.of(args, all().toList());
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage() + ". See 'bench --help'.");
            System.exit(2);
            throw refused;
        }
    }

    private static Stream<Benchmark<?>> all() {
        return Stream.concat(ON_SEED_SCHOOL.stream(), ALONE.stream());
    }

    private static void run(Asked asked) throws Exception {
        List<Benchmark<OnSeedSchool>> onSeedSchool =
                ON_SEED_SCHOOL.stream().filter(asked::wants).toList();
        if (!onSeedSchool.isEmpty()) {
            Path folder = Files.createTempDirectory("ownpath-bench");
            try (SeedSchool school = SeedSchool.open(folder, settings(asked))) {
                school.gatherStatistics();
                System.out.println("| what | measured | beside | ratio |");
                System.out.println("|---|---|---|---|");
                for (Benchmark<OnSeedSchool> each : onSeedSchool) {
                    each.work().run(school, asked.amount(each));
                }
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        for (Benchmark<Alone> each : ALONE) {
            if (asked.wants(each)) {
                each.work().run(asked.amount(each));
            }
        }
    }

    /** Whatever goes by the clock would read the many copies of students while their indexes are made. */
    private static Map<String, String> settings(Asked asked) {
        return Map.of(
                "ownpath.exchange.private-connections",
                "true",
                "ownpath.work-by-the-clock",
                String.valueOf(asked.amount(SIGNALS) <= SignalLook.STUDENTS));
    }

    private static void grid(SeedSchool school) throws Exception {
        SignedIn reader = new SignedIn(school.context(), "philippa.crane");
        school.within(() -> new GridRead(school.context(), reader)).run(school.registrar());
    }

    private static WhatIfReplay whatIf(SeedSchool school, WhatIfDistrict.Size size)
            throws IOException, InterruptedException {
        WhatIfDistrict district = new WhatIfDistrict(size, school.context(), school.folder());
        return new WhatIfReplay(district, school.context(), school.address());
    }

    private static void statements(SeedSchool school, int count) throws Exception {
        try (Connection owner = school.address().asOwner()) {
            StatementLoad.besideWhichTable(owner);
        }
        StatementLoad load = new StatementLoad(school.context(), school.registrar());
        school.run(() -> load.run(count));
    }

    private static void signals(SeedSchool school, int students) throws Exception {
        SignalLook look = school.within(() -> new SignalLook(school.context()));
        try (Connection owner = school.address().asOwner()) {
            look.copying(owner, students);
            school.run(look::run);
            look.aDayLater(owner);
        }
    }

    private static void faults(int minutes) throws Exception {
        if (!new Faults().run(Duration.ofMinutes(minutes))) {
            System.exit(1);
        }
    }
}
