package org.ownpath;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.EmbeddedPostgres;
import org.ownpath.mastery.Rejudging;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The process that {@link KilledTest} kills: judges again what it finds, then records single pieces in one thread and
 * imports batches in another until it is killed, and tells each that has been acknowledged.
 *
 * <p>The task of a piece says what it belongs to and how many entries that has: {@code batch 5f0c.. of 24}.
 */
final class RecorderToBeKilled {

    /** Ends every line, so that one that was cut off by the kill is told from a whole one. */
    static final String WHOLE = " |";

    private final ApplicationContext context;
    private final Viewer viewer;
    private final List<StudentId> students;
    private final List<Competency> competencies;

    private RecorderToBeKilled(ApplicationContext context, Viewer viewer) {
        this.context = context;
        this.viewer = viewer;
        this.students = context.getBean(Roster.class).students().stream()
                .map(person -> person.student())
                .toList();
        this.competencies = context.getBean(Frameworks.class).curriculum().inUse();
    }

    /**
     * The data folder, a seed, and {@code record}, or {@code rejudge} to end after judging again, or {@code few} to end
     * after recording a few pieces: so was made the old installation that {@code PointInTimeTest} upgrades.
     */
    public static void main(String[] args) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(Path.of(args[0])));
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.setLazyInitialization(true);
        app.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(postgres.address().asSettings());
        settings.put("ownpath.data", args[0]);
        settings.put("ownpath.sealing", "a secret of this test");
        app.setDefaultProperties(settings);
        ApplicationContext context = app.run();
        Viewer viewer = SmallDistrict.administrator(context);
        Random random = new Random(Long.parseLong(args[1]));
        DistrictScope.run(viewer.district(), () -> {
            RecorderToBeKilled recorder = new RecorderToBeKilled(context, viewer);
            recorder.rejudge();
            if (args[2].equals("record")) {
                long seed = random.nextLong();
                new Thread(() -> DistrictScope.run(viewer.district(), () -> recorder.importBatches(new Random(seed))))
                        .start();
                recorder.recordPieces(random, Integer.MAX_VALUE);
            } else if (args[2].equals("few")) {
                recorder.recordPieces(random, 30);
            }
        });
        if (!args[2].equals("record")) {
            postgres.close();
            System.exit(0);
        }
    }

    private void rejudge() {
        List<String> found = judgements();
        long pairs = context.getBean(Rejudging.class).all(Progress.SILENT);
        tell(judgements().equals(found) ? "rejudged " + pairs : "differs from a rejudging");
    }

    private List<String> judgements() {
        return context.getBean(JdbcClient.class).sql("""
                        select concat_ws(' ', student_id, competency_id, state, value, pieces, mastered_at,
                            last_shown_at, fresh_until, rule_version_id)
                        from mastery.judgement order by student_id, competency_id""").query(String.class).list();
    }

    private void recordPieces(Random random, int pieces) {
        Ledger ledger = context.getBean(Ledger.class);
        for (int i = 0; i < pieces; i++) {
            PieceId id = PieceId.next();
            int ratings = 1 + random.nextInt(students.size());
            String task = "piece " + id + " of " + ratings;
            Outcome outcome = ledger.record(viewer, piece(id, task, ratings, random));
            if (!(outcome instanceof Outcome.Stored)) {
                throw new IllegalStateException("Not stored: " + outcome);
            }
            tell("stored " + task);
        }
    }

    private void importBatches(Random random) {
        BulkLedger ledger = context.getBean(BulkLedger.class);
        while (true) {
            int pieces = 20 + random.nextInt(200);
            String task = "batch " + UUID.randomUUID() + " of " + pieces * 2;
            List<BulkLedger.Row> rows = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                rows.add(new BulkLedger.Row(piece(PieceId.next(), task, 2, random), Instant.now()));
            }
            ledger.append(viewer, rows.iterator(), Progress.SILENT);
            tell("stored " + task);
        }
    }

    private Observation piece(PieceId id, String task, int ratings, Random random) {
        Competency competency = competencies.get(random.nextInt(competencies.size()));
        int first = random.nextInt(students.size());
        return new Observation(
                id,
                new Observation.Nature(Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                viewer.person(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1L + random.nextInt(90), ChronoUnit.DAYS),
                Optional.of(task),
                Optional.empty(),
                List.of(),
                IntStream.range(0, ratings)
                        .mapToObj(i -> new Observation.Rating(
                                students.get((first + i) % students.size()),
                                competency.id(),
                                Result.rated(1 + random.nextInt(4))))
                        .toList());
    }

    private static synchronized void tell(String what) {
        System.out.print(what + WHOLE + "\n");
        System.out.flush();
    }
}
