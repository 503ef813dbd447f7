package org.ownpath.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.exchange.xapi.StatementCounts;
import org.ownpath.exchange.xapi.StatementCounts.By;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learning records: durable statements in a second, one at a time and in batches of 50, beside bare inserts of such JSON
 * into a table with a primary key and nothing else, while two others ask without a pause; and how long questions by agent,
 * verb, activity and time, and counts over all, take when so many statements are there. The two kinds of writing take turns.
 */
final class StatementLoad {

    private static final int TURNS = 9;
    private static final int BATCH = 50;
    private static final int LEARNERS = 10_000;
    private static final int ACTIVITIES = 1_000;
    private static final int QUESTIONS = 400;
    private static final String[] VERBS = {
        "http://adlnet.gov/expapi/verbs/completed",
        "http://adlnet.gov/expapi/verbs/answered",
        "http://adlnet.gov/expapi/verbs/attempted",
        "http://adlnet.gov/expapi/verbs/passed",
        "https://w3id.org/xapi/video/verbs/played"
    };

    private final LearningRecords records;
    private final StatementCounts counts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Viewer viewer;
    private final Random random = new Random(7);

    StatementLoad(ApplicationContext context, Viewer viewer) {
        this.records = context.getBean(LearningRecords.class);
        this.counts = context.getBean(StatementCounts.class);
        this.database = context.getBean(JdbcClient.class);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.viewer = viewer;
    }

    /** Makes the table into which the bare inserts go. */
    static void besideWhichTable(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("create table exchange.bare_statement (id uuid primary key, body jsonb not null)");
            sql.execute("grant insert on exchange.bare_statement to ownpath_app");
        }
    }

    /** Fills up to so many statements, then measures. */
    void run(int statements) {
        fill(statements);
        writing("one durable statement", 1, 400);
        writing("durable statements in batches of 50", BATCH, 40);
        questions(statements);
        counting(statements);
    }

    private void fill(int statements) {
        long start = System.nanoTime();
        for (int done = 0; done < statements; done += 500) {
            records.keep(viewer, batch(500));
        }
        System.out.printf(
                "| filling the store, batches of 500 | %.0f statements/s | - | - |%n",
                statements * 1e9 / (System.nanoTime() - start));
    }

    private void writing(String what, int batch, int rounds) {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong asked = new AtomicLong();
        Thread[] readers = {reader(stop, asked), reader(stop, asked)};
        double[] kept = new double[TURNS];
        double[] bare = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            kept[turn] = batch * rate(rounds, i -> records.keep(viewer, batch(batch)));
            bare[turn] = batch * rate(rounds, i -> insert(batch));
        }
        stop.set(true);
        for (Thread reader : readers) {
            ended(reader);
        }
        double ours = median(kept);
        double alone = median(bare);
        System.out.printf(
                "| %s, two others asking (%d questions meanwhile) | %.0f statements/s | bare insert %.0f/s | %.2f |%n",
                what, asked.get(), ours, alone, ours / alone);
    }

    private static void ended(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("The benchmark was cut off", e);
        }
    }

    private Thread reader(AtomicBoolean stop, AtomicLong asked) {
        Thread reader = new Thread(() -> DistrictScope.run(viewer.district(), () -> {
            while (!stop.get()) {
                records.newest(Optional.of(learner()), Optional.empty(), Optional.empty(), 20);
                asked.incrementAndGet();
            }
        }));
        reader.start();
        return reader;
    }

    private void questions(int statements) {
        question(
                "by agent",
                statements,
                () -> records.newest(Optional.of(learner()), Optional.empty(), Optional.empty(), 50));
        question(
                "by verb",
                statements,
                () -> records.newest(Optional.empty(), Optional.of(verb()), Optional.empty(), 50));
        question(
                "by activity",
                statements,
                () -> records.newest(Optional.empty(), Optional.empty(), Optional.of(activity()), 50));
        question(
                "by agent and verb",
                statements,
                () -> records.newest(Optional.of(learner()), Optional.of(verb()), Optional.empty(), 50));
        question(
                "by verb and activity",
                statements,
                () -> records.newest(Optional.empty(), Optional.of(verb()), Optional.of(activity()), 50));
        question(
                "by time, newest first",
                statements,
                () -> records.newest(Optional.empty(), Optional.empty(), Optional.empty(), 50));
    }

    private static void question(String what, int statements, Runnable question) {
        for (int i = 0; i < QUESTIONS / 4; i++) {
            question.run();
        }
        long[] nanos = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long start = System.nanoTime();
            question.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "| 50 statements of %d, %s | p95 %.1f ms | goal 30 ms | - |%n",
                statements, what, nanos[QUESTIONS * 95 / 100] / 1e6);
    }

    /** Each count beside the same put together by verb in plain SQL, without asking what was voided. */
    private void counting(int statements) {
        double plain = millis(() -> database.sql("select verb, count(*) from exchange.statement group by verb")
                .query()
                .listOfRows());
        count(statements, plain, "by verb", wish(Optional.empty(), false, By.VERB));
        count(statements, plain, "by verb and day", wish(Optional.empty(), false, By.VERB, By.DAY));
        count(statements, plain, "by verb, of one activity, with scores", wish(Optional.of(activity()), true, By.VERB));
        count(statements, plain, "by verb, with scores", wish(Optional.empty(), true, By.VERB));
    }

    private static StatementCounts.Wish wish(Optional<String> activity, boolean scores, By... by) {
        return new StatementCounts.Wish(
                List.of(by),
                Optional.empty(),
                Optional.empty(),
                activity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scores);
    }

    private void count(int statements, double plain, String what, StatementCounts.Wish wish) {
        boolean told = counts.count(viewer, wish, 0, 50) instanceof StatementCounts.Counted.Lines;
        double ours = millis(() -> counts.count(viewer, wish, 0, 50));
        System.out.printf(
                "| counts over %d statements %s | %.0f ms%s | plain SQL by verb %.0f ms | %.2f |%n",
                statements, what, ours, told ? "" : ", given up", plain, plain / ours);
    }

    /** The median of five. */
    private static double millis(Runnable work) {
        return median(DoubleStream.generate(() -> 1000 / rate(1, i -> work.run()))
                .limit(5)
                .toArray());
    }

    private static double rate(int rounds, IntConsumer work) {
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            work.accept(i);
        }
        return rounds * 1e9 / (System.nanoTime() - start);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The same JSON into a table with a primary key, in a transaction of its own. */
    private void insert(int count) {
        String[] bodies = new String[count];
        UUID[] ids = new UUID[count];
        for (int i = 0; i < count; i++) {
            ids[i] = UUID.randomUUID();
            bodies[i] = statement(ids[i]);
        }
        transaction.executeWithoutResult(status -> database.sql(
                        "insert into exchange.bare_statement select * from unnest(?::uuid[], ?::jsonb[])")
                .params(ids, bodies)
                .update());
    }

    private String batch(int count) {
        StringBuilder batch = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            batch.append(i == 0 ? "" : ",").append(statement(UUID.randomUUID()));
        }
        return batch.append("]").toString();
    }

    private String statement(UUID id) {
        return """
                {"id": "%s", "actor": %s, "verb": {"id": "%s", "display": {"en-US": "did"}},
                 "object": {"id": "%s", "definition": {"name": {"en-US": "An activity"},
                  "type": "http://adlnet.gov/expapi/activities/assessment"}},
                 "result": {"score": {"scaled": %.2f, "raw": 7, "min": 0, "max": 10}, "success": true,
                  "duration": "PT3M20S", "response": "An answer of some length, as a learner would give it."},
                 "context": {"registration": "%s", "platform": "A game",
                  "contextActivities": {"parent": [{"id": "https://game.example.org/course/%d"}]}},
                 "timestamp": "2026-03-02T10:15:00.000Z"}""".formatted(
                        id, learner(), verb(), activity(), random.nextDouble(), UUID.randomUUID(), random.nextInt(50));
    }

    private static String learner() {
        return "{\"mbox\": \"mailto:learner" + ThreadLocalRandom.current().nextInt(LEARNERS) + "@example.org\"}";
    }

    private static String verb() {
        return VERBS[ThreadLocalRandom.current().nextInt(VERBS.length)];
    }

    private static String activity() {
        return "https://game.example.org/level/" + ThreadLocalRandom.current().nextInt(ACTIVITIES);
    }
}
