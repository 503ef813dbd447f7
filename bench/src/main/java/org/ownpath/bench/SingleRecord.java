package org.ownpath.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
 * One durable record with its judgement, one client, beside a bare insert of such a row and nothing else, and beside
 * PostgreSQL alone with all that a record writes and reads. They take turns, so that whatever else the machine does falls
 * on all; the median turn of each counts.
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
    private final DataSource connections;
    private final Viewer viewer;

    SingleRecord(ApplicationContext context, Viewer viewer) {
        this.ledger = context.getBean(Ledger.class);
        this.competencies = context.getBean(Frameworks.class).curriculum().inUse();
        this.students = context.getBean(Roster.class).students();
        this.strangers =
                Stream.generate(UUID::randomUUID).limit(students.size()).toList();
        this.database = context.getBean(JdbcClient.class);
        this.connections = context.getBean(DataSource.class);
        this.viewer = viewer;
    }

    void run() {
        try (RecordByHand byHand = new RecordByHand(connections, viewer)) {
            List<IntConsumer> ways = List.of(this::record, this::insert, i -> byHand.record(about(strangers, i)));
            ways.forEach(way -> rate(WARM_UP, way));
            double[][] rates = new double[ways.size()][TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                for (int way = 0; way < rates.length; way++) {
                    rates[way][turn] = rate(ROUNDS, ways.get(way));
                }
            }
            print("bare insert of such a row", median(rates[0]), median(rates[1]));
            print("the same rows written and read by PostgreSQL alone", median(rates[0]), median(rates[2]));
        } catch (SQLException e) {
            throw new IllegalStateException("The database is away.", e);
        }
    }

    private static void print(String beside, double ours, double alone) {
        System.out.printf(
                "| single durable record with its judgement | %.0f/s | %s: %.0f/s | %.2f |%n",
                ours, beside, alone, ours / alone);
    }

    private RecordByHand.Pair about(List<UUID> people, int i) {
        return new RecordByHand.Pair(
                people.get(i % people.size()),
                competencies.get(i * 7 % competencies.size()).id().value());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double rate(int rounds, IntConsumer work) {
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
        database.sql(RecordByHand.ENTRY)
                .params(RecordByHand.entry(viewer, about(strangers, i)))
                .update();
    }
}
