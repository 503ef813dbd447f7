package org.ownpath.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ownpath.access.DistrictScope;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Signals;
import org.springframework.context.ApplicationContext;

/**
 * How fast a day's signals are seen: of everybody anew, with all their evidence, beside reading the same rows alone on as
 * many threads; and of those only who are due. The seed school's students are copied, with their evidence and judgements,
 * until there are as many as asked for. What is copied lies as it would have been recorded: by days, and so the entries of
 * one student far from each other.
 */
final class SignalLook {

    /** Of the seed school, copied seven times. */
    static final int STUDENTS = 1920;

    /** From here on once is enough, for each round takes minutes. */
    private static final int MANY = 10_000;

    private static final int ROUNDS = 3;
    private static final int TOGETHER = 2200;
    private static final int DISTRICT = 50_000;

    private final Signals signals;
    private final Roster roster;
    private final LedgerStream ledger;
    private final Mastery mastery;
    private final DistrictId district = DistrictScope.require();

    SignalLook(ApplicationContext context) {
        this.signals = context.getBean(Signals.class);
        this.roster = context.getBean(Roster.class);
        this.ledger = context.getBean(LedgerStream.class);
        this.mastery = context.getBean(Mastery.class);
    }

    /** Copies the students until there are so many, as the owner of the database. */
    void copying(Connection owner, int wanted) throws SQLException {
        int copies =
                wanted / DistrictScope.within(district, () -> roster.students().size()) - 1;
        try (Statement sql = owner.createStatement()) {
            sql.execute(copiedPeople(copies));
            // to load first and to sort into the indexes then is many times quicker
            sql.execute("alter table evidence.entry drop constraint entry_pkey; drop index evidence.entry_piece;"
                    + " alter table mastery.judgement drop constraint judgement_pkey");
            sql.execute(copied(sql, "evidence.entry", "shown_at, md5(piece_id::text)", copies));
            sql.execute(copied(sql, "mastery.judgement", "last_shown_at, competency_id", copies));
            sql.execute(copied(sql, "mastery.student", "student_id", copies));
            sql.execute("""
                    alter table evidence.entry add constraint entry_pkey
                        primary key (student_id, competency_id, piece_id);
                    create index entry_piece on evidence.entry (piece_id);
                    alter table mastery.judgement add constraint judgement_pkey primary key (student_id, competency_id)""");
        }
        gatheredUp(owner);
    }

    /** What autovacuum does as a ledger grows: else it does all of it at once, beside what is measured. */
    private static void gatheredUp(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("vacuum (analyze) evidence.entry, mastery.judgement, mastery.student, roster.person");
        }
    }

    private String copiedPeople(int copies) {
        return """
                create temp table original as select id from roster.person
                where active and 'student' = any(roles) and district_id = '%2$s';
                insert into roster.person select (p).* from (
                    select jsonb_populate_record(p, jsonb_build_object('id', md5(p.id::text || copy)::uuid,
                        'source', 'copy ' || copy, 'email', null)) as p
                    from roster.person p, generate_series(1, %1$d) as copy
                    where p.id in (select id from original)) copied;
                """.formatted(copies, district);
    }

    /** Every row of the students once for each copy, in this order. */
    private static String copied(Statement sql, String table, String order, int copies) throws SQLException {
        String columns;
        try (ResultSet found = sql.executeQuery("select string_agg(quote_ident(attname), ', ' order by attnum)"
                + " from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped")) {
            found.next();
            columns = found.getString(1);
        }
        return "insert into %1$s (%2$s) select %3$s from (select * from %1$s where student_id in"
                        .formatted(table, columns, columns.replace("student_id", "md5(student_id::text || copy)::uuid"))
                + " (select id from original) order by " + order + ") as rows cross join generate_series(1, " + copies
                + ") as copy";
    }

    void run() {
        List<StudentId> students =
                roster.students().stream().map(Person::student).toList();
        int rounds = students.size() < MANY ? ROUNDS : 1;
        double alone = taken(rounds, () -> read(students)).processor() / students.size();
        Taken look = taken(rounds, signals::lookAtEverybody);
        double seen = look.processor() / students.size();
        System.out.printf(
                Locale.ROOT,
                "| signals of %,d students seen anew with all their evidence, load %.0f | %.1f s; %.2f ms of processor a student, database included, so %.0f s for %,d on two | the same rows read alone: %.2f ms | %.2f |%n",
                students.size(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                look.clock(),
                1000 * seen,
                DISTRICT * seen / 2,
                DISTRICT,
                1000 * alone,
                alone / seen);
    }

    /** The day after: those are looked at about whom time alone may have changed what is to be seen. */
    void aDayLater(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("update support.looked set again_at = again_at - interval '1 day'");
        }
        DistrictScope.run(district, () -> {
            AtomicInteger due = new AtomicInteger();
            double seconds = takenOnce(() -> due.set(signals.lookAtThoseDue())).processor();
            int students = roster.students().size();
            System.out.printf(
                    Locale.ROOT,
                    "| the next day, nothing shown meanwhile: %,d of them are due by time alone | %.1f s of processor, so %.0f s for %,d on two | | |%n",
                    due.get(),
                    seconds,
                    seconds / students * DISTRICT / 2,
                    DISTRICT);
        });
    }

    private void read(List<StudentId> students) {
        ledger.lyingTogether(students, TOGETHER).parallelStream()
                .forEach(together -> DistrictScope.run(district, () -> {
                    mastery.packed(together);
                    ledger.tries(together);
                }));
    }

    /** Seconds of processor that something took here and in the database, and seconds by the clock. */
    private record Taken(double processor, double clock) {}

    /** The median by the processor, which other work on the machine hardly changes. */
    private static Taken taken(int rounds, Runnable work) {
        takenOnce(work);
        return Stream.generate(() -> takenOnce(work))
                .limit(rounds)
                .sorted(Comparator.comparing(Taken::processor))
                .toList()
                .get(rounds / 2);
    }

    private static Taken takenOnce(Runnable work) {
        double before = processor(all());
        long begun = System.nanoTime();
        work.run();
        return new Taken(processor(all()) - before, (System.nanoTime() - begun) / 1e9);
    }

    private static Stream<ProcessHandle> all() {
        return Stream.concat(
                Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants());
    }

    private static double processor(Stream<ProcessHandle> processes) {
        return processes
                .mapToDouble(process -> process.info()
                                .totalCpuDuration()
                                .map(Duration::toMillis)
                                .orElse(0L)
                        / 1000.0)
                .sum();
    }
}
