package org.ownpath.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.ownpath.launch.DatabaseAddress;

/** What a load of test takers saw, and what the database has in the end. */
final class TestingFigures {

    /** A program that has just begun is slower: figures without that time are given beside all. */
    private static final long WARM_UP_NANOS = Duration.ofSeconds(20).toNanos();

    private final Queue<Timed> stored = new ConcurrentLinkedQueue<>();
    private final Queue<Timed> asked = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean measuring;
    private volatile boolean over;
    private volatile long settledFrom;
    private long lost;
    private long twice;
    private long unevidenced;

    private record Timed(long nanos, boolean settled) {}

    void open() {
        measuring = true;
        settledFrom = System.nanoTime() + WARM_UP_NANOS;
    }

    void interrupted() {
        settledFrom = Long.MAX_VALUE;
    }

    void restarted() {
        settledFrom = System.nanoTime() + WARM_UP_NANOS;
    }

    void close() {
        over = true;
    }

    boolean over() {
        return over;
    }

    void stored(String attempt, String item, long nanos) {
        acknowledged.add(attempt + " " + item);
        time(stored, nanos);
    }

    void asked(long nanos) {
        time(asked, nanos);
    }

    private void time(Queue<Timed> times, long nanos) {
        if (measuring) {
            times.add(new Timed(nanos, settledFrom != Long.MAX_VALUE && System.nanoTime() - nanos >= settledFrom));
        }
    }

    void refused() {
        unanswered.incrementAndGet();
    }

    /** Every acknowledged answer has to be there, none twice, and every finished test its evidence, unless a teacher has to score it. */
    void check(DatabaseAddress address) throws SQLException {
        try (Connection owner = address.asOwner();
                Statement sql = owner.createStatement()) {
            Set<String> there = new HashSet<>();
            try (ResultSet rows = sql.executeQuery("select attempt_id || ' ' || item_id from assessment.response")) {
                while (rows.next()) {
                    twice += there.add(rows.getString(1)) ? 0 : 1;
                }
            }
            lost = acknowledged.stream()
                    .filter(answer -> !there.contains(answer))
                    .count();
            try (ResultSet rows = sql.executeQuery("""
                    select count(*) from assessment.attempt a where end_reason = 'COMPLETE' and evidence_at is null
                    and not exists (select from assessment.response r
                        left join assessment.response_score s on s.attempt_id = r.attempt_id and s.number = r.number
                        where r.attempt_id = a.id and r.score is null and s.score is null)""")) {
                rows.next();
                unevidenced = rows.getLong(1);
            }
        }
    }

    String rows(int students) {
        return String.format(
                Locale.ROOT,
                "| what | median | 95th percentile | 99th | how many |%n|---|---|---|---|---|%n%s%s%s%s"
                        + "%d students at once, a thought of 5 to 15 s before each answer. Killed: the product twice, its"
                        + " database once.%nAcknowledged answers: %d. Lost: %d. Stored twice: %d. Requests that nobody"
                        + " answered while it was down: %d.%nFinished tests without evidence at the end: %d.%n",
                row("an answer stored, all the time", stored, false),
                row("an answer stored, from 20 s after each start", stored, true),
                row("the next question, all the time", asked, false),
                row("the next question, from 20 s after each start", asked, true),
                students,
                acknowledged.size(),
                lost,
                twice,
                unanswered.get(),
                unevidenced);
    }

    private static String row(String what, Queue<Timed> times, boolean settledOnly) {
        List<Double> millis = times.stream()
                .filter(time -> !settledOnly || time.settled())
                .map(time -> time.nanos() / 1e6)
                .sorted()
                .toList();
        return millis.isEmpty()
                ? "| " + what + " | - | - | - | 0 |\n"
                : String.format(
                        Locale.ROOT,
                        "| %s | %.0f ms | %.0f ms | %.0f ms | %d |%n",
                        what,
                        at(millis, 0.5),
                        at(millis, 0.95),
                        at(millis, 0.99),
                        millis.size());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
