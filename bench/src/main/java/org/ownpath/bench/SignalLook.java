package org.ownpath.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
 * How fast a day's signals are seen: of everybody anew, with all their evidence, beside reading the same rows alone in
 * the same chunks on as many threads; and of those only who are due. The seed school's students are copied, with their
 * evidence and judgements, until there are some thousands.
 */
final class SignalLook {

    private static final int COPIES = 7;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 100;
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

    /** Copies the students, as the owner of the database. */
    void copying(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            for (int copy = 1; copy <= COPIES; copy++) {
                sql.execute(copyOfEverybody(copy));
            }
            sql.execute("analyze");
        }
    }

    private String copyOfEverybody(int copy) {
        return """
                insert into roster.person select (p).* from (
                    select jsonb_populate_record(p, jsonb_build_object('id', md5(p.id::text || %1$d)::uuid,
                        'source', 'copy %1$d', 'email', null)) as p
                    from roster.person p where p.active and 'student' = any(p.roles) and p.source not like 'copy%%'
                        and p.district_id = '%2$s') copied;
                insert into evidence.entry select (e).* from (
                    select jsonb_populate_record(e, jsonb_build_object('student_id', md5(e.student_id::text || %1$d)::uuid)) as e
                    from evidence.entry e where e.district_id = '%2$s' and e.student_id in
                        (select id from roster.person where source not like 'copy%%')) copied;
                insert into mastery.judgement select (j).* from (
                    select jsonb_populate_record(j, jsonb_build_object('student_id', md5(j.student_id::text || %1$d)::uuid)) as j
                    from mastery.judgement j where j.district_id = '%2$s' and j.student_id in
                        (select id from roster.person where source not like 'copy%%')) copied;
                """.formatted(copy, district);
    }

    void run() {
        List<StudentId> students =
                roster.students().stream().map(Person::student).toList();
        double alone = processor(() -> read(students)) / students.size();
        double seen = processor(signals::lookAtEverybody) / students.size();
        System.out.printf(
                Locale.ROOT,
                "| signals of %,d students seen anew with all their evidence | %.2f ms of processor a student, database included, so %.0f s for %,d on two | the same rows read alone: %.2f ms | %.2f |%n",
                students.size(),
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
            double seconds = processorOnce(() -> due.set(signals.lookAtThoseDue()));
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
        IntStream.iterate(0, from -> from < students.size(), from -> from + AT_ONCE)
                .mapToObj(from -> students.subList(from, Math.min(students.size(), from + AT_ONCE)))
                .toList()
                .parallelStream()
                .forEach(chunk -> DistrictScope.run(district, () -> {
                    mastery.of(chunk);
                    ledger.readTogether(chunk);
                }));
    }

    /** Seconds of processor that this takes here and in the database, the median: other work on the machine counts little. */
    private static double processor(Runnable work) {
        double[] seconds = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double taken = processorOnce(work);
            if (round >= 0) {
                seconds[round] = taken;
            }
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    private static double processorOnce(Runnable work) {
        double before = processor(all());
        work.run();
        return processor(all()) - before;
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
