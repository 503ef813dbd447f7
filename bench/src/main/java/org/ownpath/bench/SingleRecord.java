package org.ownpath.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PieceId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One durable record with its judgement, one client, beside a bare insert of such a row and nothing else. The two take
 * turns, so that whatever else the machine does falls on both; the median turn of each counts.
 */
final class SingleRecord {

    private static final int WARM_UP = 4000;
    private static final int TURNS = 15;
    private static final int ROUNDS = 400;

    private final Ledger ledger;
    private final List<Competency> competencies;
    private final List<Person> students;

    /** Whom the bare inserts are about: entries that nobody judged would mislead the judgements of students. */
    private final List<UUID> strangers;

    private final JdbcClient database;
    private final Viewer viewer;

    SingleRecord(ApplicationContext context, Viewer viewer) {
        this.ledger = context.getBean(Ledger.class);
        this.competencies = context.getBean(Frameworks.class).curriculum().inUse();
        this.students = context.getBean(Roster.class).students();
        this.strangers =
                Stream.generate(UUID::randomUUID).limit(students.size()).toList();
        this.database = context.getBean(JdbcClient.class);
        this.viewer = viewer;
    }

    void run() {
        rate(WARM_UP, this::record);
        rate(WARM_UP, this::insert);
        double[] recorded = new double[TURNS];
        double[] inserted = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            recorded[turn] = rate(ROUNDS, this::record);
            inserted[turn] = rate(ROUNDS, this::insert);
        }
        double ours = median(recorded);
        double alone = median(inserted);
        System.out.printf(
                "| single durable record with its judgement | %.0f/s | bare insert %.0f/s | %.2f |%n",
                ours, alone, ours / alone);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double rate(int rounds, java.util.function.IntConsumer work) {
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            work.accept(i);
        }
        return rounds * 1e9 / (System.nanoTime() - start);
    }

    private void record(int i) {
        ledger.record(
                viewer,
                new Observation(
                        PieceId.next(),
                        new Observation.Nature(Form.TEST, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                        viewer.person(),
                        Instant.now(),
                        Optional.of("Benchmark"),
                        Optional.empty(),
                        List.of(),
                        List.of(new Observation.Rating(
                                students.get(i % students.size()).student(),
                                competencies.get(i * 7 % competencies.size()).id(),
                                Result.rated(3)))));
    }

    private void insert(int i) {
        database.sql("""
                insert into evidence.entry
                    (district_id, student_id, competency_id, piece_id, edition_id, observer_id, recorded_by, shown_at,
                     recorded_at, rating, kind, form, depth, context, purpose, result, task)
                values (?, ?, ?, ?, ?, ?, ?, now(), now(), 3, 'evidence', 'test', 'apply', 'class', 'summative',
                        'rated', 'Benchmark')""")
                .params(
                        viewer.district().value(),
                        strangers.get(i % strangers.size()),
                        competencies.get(i * 7 % competencies.size()).id().value(),
                        PieceId.next().value(),
                        new UUID(0, 1),
                        viewer.person().value(),
                        viewer.account().value())
                .update();
    }
}
