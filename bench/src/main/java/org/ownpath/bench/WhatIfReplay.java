package org.ownpath.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.pathway.Pathway;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.ReplayId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.context.ApplicationContext;

/**
 * The entries of a school or a district replayed under a drafted rule beside today's, and stored what would change, beside
 * COPY TO of the same columns alone; how long a student's path takes to be read meanwhile; and how soon a replay ends that
 * is cancelled.
 */
final class WhatIfReplay {

    private static final int COMPETENCIES = 50;
    private static final int STUDENTS_AT_ONCE = 500;
    private static final Instant FIRST = Instant.parse("2025-01-06T08:00:00Z");

    /** How many students show each of the competencies how often. */
    record Size(String name, int students, int showings) {

        static final Size SCHOOL = new Size("whatschool", 4000, 5);

        static final Size DISTRICT = new Size("whatdistrict", 50_000, 4);

        int entries() {
            return students * COMPETENCIES * showings;
        }
    }

    private final Size size;
    private final ApplicationContext context;
    private final DatabaseAddress address;
    private final Path folder;
    private final DistrictId district;
    private final Viewer viewer;

    WhatIfReplay(Size size, ApplicationContext context, DatabaseAddress address, Path folder) {
        this.size = size;
        this.context = context;
        this.address = address;
        this.folder = folder;
        this.district = context.getBean(Accounts.class).openDistrict(size.name(), "Whatland");
        this.viewer = new Viewer(
                AccountId.next(), district, PersonId.next(), "Benchmark", Set.of(Role.ADMINISTRATOR, Role.LEADER));
    }

    void run(int rounds) throws Exception {
        DistrictScope.run(district, this::fill);
        double[] replays = new double[rounds];
        double[] copies = new double[rounds];
        double alone = pathMillis(new AtomicBoolean(false), 200);
        double meanwhile = 0;
        for (int round = 0; round < rounds; round++) {
            copies[round] = copy();
            AtomicBoolean done = new AtomicBoolean();
            double[] path = new double[1];
            Thread reader = new Thread(() -> path[0] = pathMillis(done, Integer.MAX_VALUE), "reader");
            reader.start();
            replays[round] = DistrictScope.within(district, this::replay);
            done.set(true);
            reader.join();
            meanwhile = Math.max(meanwhile, path[0]);
        }
        Arrays.sort(replays);
        Arrays.sort(copies);
        double ours = replays[rounds / 2];
        double plain = copies[rounds / 2];
        int entries = size.entries();
        System.out.printf(
                "| what if: %,d entries judged by today's rule and a drafted one | %,.0f entries/s (%.1f s) "
                        + "| COPY TO alone %,.0f entries/s (%.1f s) | %.2f |%n",
                entries, entries / ours, ours, entries / plain, plain, plain / ours);
        System.out.printf(
                "| a student's path read meanwhile, without a pause, 95th percentile | %.1f ms | before: %.1f ms | |%n",
                meanwhile, alone);
        DistrictScope.run(district, this::cancelled);
    }

    /** Asks once more, and cancels when a tenth is done. */
    private void cancelled() {
        WhatIf whatIf = context.getBean(WhatIf.class);
        ReplayId asked = ask(whatIf, "canvas-latest");
        Replay replay = whatIf.find(viewer, asked).orElseThrow();
        while (replay.stage() == Replay.Stage.RUNNING && replay.done() * 10 < size.students()) {
            pause();
            replay = whatIf.find(viewer, asked).orElseThrow();
        }
        long start = System.nanoTime();
        whatIf.cancel(viewer, asked);
        ReplayId next = ask(whatIf, "canvas-latest");
        while (whatIf.find(viewer, next).orElseThrow().done() == 0) {
            pause();
        }
        System.out.printf(
                "| a replay cancelled when its progress said %,d of %,d students: until the next one made progress | %.1f s | | |%n",
                replay.done(), replay.total(), (System.nanoTime() - start) / 1e9);
        whatIf.cancel(viewer, next);
    }

    private void fill() {
        try {
            StringBuilder framework = new StringBuilder("code,subject,level,title,statement\n");
            for (int c = 0; c < COMPETENCIES; c++) {
                framework.append("WHAT.%d,What,%d,What %d,I can do number %d.%n".formatted(c, 1 + c % 8, c, c));
            }
            load("framework", framework, Map.of("title", "What"));
            StringBuilder roster = new StringBuilder("person_id,role,given_name,family_name\n");
            for (int s = 0; s < size.students(); s++) {
                roster.append("what-%d,student,Given%d,Family%d%n".formatted(s, s, s));
            }
            load("roster", roster, Map.of());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<Person> students = context.getBean(Roster.class).students();
        List<Competency> competencies =
                context.getBean(Frameworks.class).curriculum().inUse();
        for (int from = 0; from < students.size(); from += STUDENTS_AT_ONCE) {
            List<Person> some = students.subList(from, Math.min(students.size(), from + STUDENTS_AT_ONCE));
            Iterator<BulkLedger.Row> rows = some.stream()
                    .flatMap(student -> competencies.stream()
                            .flatMap(competency ->
                                    IntStream.range(0, size.showings()).mapToObj(n -> row(student, competency, n))))
                    .iterator();
            context.getBean(BulkLedger.class).append(viewer, rows, Progress.SILENT);
        }
    }

    private void load(String kind, StringBuilder rows, Map<String, String> options) throws java.io.IOException {
        Path file = Files.writeString(folder.resolve("what-" + kind + ".csv"), rows);
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = context.getBean(ImportCommand.class).run(kind, List.of(file), false, options, viewer, silent);
        if (code != 0) {
            throw new IllegalStateException("The " + kind + " was refused");
        }
    }

    private BulkLedger.Row row(Person student, Competency competency, int n) {
        Instant shown = FIRST.plus(Duration.ofDays(7L * n + competency.position()));
        int rating = 1 + Math.floorMod(student.id().value().hashCode() * 31 + competency.position() * 7 + n * n, 4);
        Observation observation = new Observation(
                PieceId.next(),
                new Observation.Nature(
                        n % 2 == 0 ? Form.TEST : Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                viewer.person(),
                shown,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(student.student(), competency.id(), Result.rated(rating))));
        return new BulkLedger.Row(observation, shown.plus(Duration.ofHours(1)));
    }

    private double replay() {
        WhatIf whatIf = context.getBean(WhatIf.class);
        long start = System.nanoTime();
        ReplayId asked = ask(whatIf, "canvas-decaying-average");
        while (whatIf.find(viewer, asked).orElseThrow().stage() == Replay.Stage.RUNNING) {
            pause();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Replay replay = whatIf.find(viewer, asked).orElseThrow();
        if (replay.comparison().map(c -> c.entries()).orElse(0L) != size.entries()) {
            throw new IllegalStateException("Not everything was replayed: " + replay.stage());
        }
        return seconds;
    }

    private ReplayId ask(WhatIf whatIf, String preset) {
        Preset drafted = Presets.find(preset, 3).orElseThrow();
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(
                new ChoiceDraft.RuleChange(Scope.district(), drafted.title(), drafted.rule(), false, false));
        Asked asked = whatIf.ask(viewer, Proposal.of(draft));
        if (!(asked instanceof Asked.Begun begun)) {
            throw new IllegalStateException("The question was refused: " + asked);
        }
        return begun.replay();
    }

    /** The 95th percentile of reading a path, until done or so many times. */
    private double pathMillis(AtomicBoolean done, int most) {
        return DistrictScope.within(district, () -> {
            Pathway pathway = context.getBean(Pathway.class);
            List<Person> students = context.getBean(Roster.class).students();
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < most && !done.get(); i++) {
                long start = System.nanoTime();
                pathway.of(students.get(i % students.size()).student());
                millis.add((System.nanoTime() - start) / 1e6);
            }
            return millis.stream()
                    .sorted()
                    .skip(millis.size() * 95L / 100)
                    .findFirst()
                    .orElse(0.0);
        });
    }

    /** Seconds in which PostgreSQL hands over the columns that are judged. */
    private double copy() throws SQLException {
        try (Connection owner = DriverManager.getConnection(address.url(), "ownpath_owner", address.ownerPassword())) {
            long start = System.nanoTime();
            CopyOut copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select student_id, competency_id, piece_id, kind, replaces, form, depth, context,"
                            + " purpose, observer_id, result, rating, shown_at, recorded_at from evidence.entry"
                            + " where district_id = '" + district + "') to stdout (format binary)");
            long rows = 0;
            while (copy.readFromCopy() != null) {
                rows++;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (rows < size.entries()) {
                throw new IllegalStateException("Only " + rows + " entries were read");
            }
            return seconds;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
