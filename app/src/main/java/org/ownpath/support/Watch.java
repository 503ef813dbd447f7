package org.ownpath.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.mastery.MasteryChanged;
import org.ownpath.pathway.GoalsChanged;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the signals up to date: looks at students whose judgements have changed within a second, beside whoever records,
 * and once a day at everybody who is due. To look twice does nothing; what a killed process did not come to is due when
 * the next one begins.
 */
@Component
class Watch {

    private static final int AT_ONCE = 100;
    /** So many students' tries and standings have room in memory, on all processors together. */
    private static final int READ_IN_ALL = 4400;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final int READ_AT_ONCE = Math.max(AT_ONCE, READ_IN_ALL / PROCESSORS);

    private final Map<DistrictId, Set<StudentId>> waiting = new ConcurrentHashMap<>();
    /** Those of which everybody who was due has been looked at since this process began. */
    private final Set<DistrictId> sinceStart = ConcurrentHashMap.newKeySet();

    private final ReentrantLock looks = new ReentrantLock();
    private final Looking looking;
    private final SignalRows rows;
    private final Roster roster;
    private final Accounts accounts;
    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Watch(
            Looking looking,
            SignalRows rows,
            Roster roster,
            Accounts accounts,
            JdbcClient database,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.looking = looking;
        this.rows = rows;
        this.roster = roster;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener
    void changed(MasteryChanged changed) {
        waiting(changed.district()).addAll(changed.students());
    }

    @TransactionalEventListener
    void due(BecameDue due) {
        waiting(due.district()).addAll(due.students());
    }

    @EventListener
    void changed(GoalsChanged changed) {
        due(Set.of(changed.student()));
    }

    private Set<StudentId> waiting(DistrictId district) {
        return waiting.computeIfAbsent(district, first -> ConcurrentHashMap.newKeySet());
    }

    /** Something else than their evidence has changed about these students. */
    record BecameDue(DistrictId district, Set<StudentId> students) {}

    /** Something else than evidence has changed about these students: they are due when the transaction has committed. */
    void due(Set<StudentId> students) {
        rows.due(students, clock.instant());
        events.publishEvent(new BecameDue(DistrictScope.require(), students));
    }

    /** Looks now at those of the students who are waiting for it, so that whoever asks sees the latest. */
    void catchUp(Collection<StudentId> asked) {
        Set<StudentId> own = waiting(DistrictScope.require());
        looks.lock();
        try {
            Set<StudentId> due = new HashSet<>(asked);
            due.retainAll(own);
            // whoever changes while they are looked at is looked at again
            own.removeAll(due);
            lookOrKeepWaiting(due, own);
        } finally {
            looks.unlock();
        }
    }

    private void lookOrKeepWaiting(Set<StudentId> due, Set<StudentId> own) {
        try {
            lookInChunks(due);
        } catch (RuntimeException e) {
            own.addAll(due);
            throw e;
        }
    }

    @Scheduled(fixedDelay = 1000)
    void lookAtThoseWaiting() {
        for (DistrictId district : waiting.keySet()) {
            DistrictScope.run(district, () -> catchUp(Set.copyOf(waiting.getOrDefault(district, Set.of()))));
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void lookOnceADay() {
        LocalDate today = LocalDate.now(clock);
        for (DistrictId district : accounts.districts()) {
            DistrictScope.run(district, () -> {
                if (!sinceStart.contains(district) || lastLook().isBefore(today)) {
                    lookAtThoseDue();
                    looked(today);
                    sinceStart.add(district);
                }
            });
        }
    }

    /** Sees everything of the current district anew. */
    void lookAtEverybody() {
        lookInChunks(everybody());
    }

    /**
     * Looks at those of whom there is something new, or about whom time alone may have changed what is to be seen; gives
     * how many there were.
     */
    int lookAtThoseDue() {
        Set<StudentId> due = new HashSet<>(everybody());
        Map<StudentId, Long> changes = looking.changes(due);
        for (SignalRows.Looked looked : rows.lookedAt(looking.basis(), clock.instant())) {
            if (looked.changes() == changes.getOrDefault(looked.student(), 0L)) {
                due.remove(looked.student());
            }
        }
        lookInChunks(due);
        return due.size();
    }

    private List<StudentId> everybody() {
        return roster.students().stream().map(Person::student).toList();
    }

    private void lookInChunks(Collection<StudentId> students) {
        if (students.size() <= AT_ONCE) {
            look(List.copyOf(students));
        } else {
            lookAtMany(students);
        }
    }

    private void look(List<StudentId> students) {
        if (!students.isEmpty()) {
            holding(students, () -> see(students, looking.ahead(students)));
        }
    }

    /**
     * On as many threads as there are processors; what many have tried is read before they are looked at, some at a time.
     * Each thread takes the next ones when it is ready for them, so that none has much left when another has nothing.
     */
    private void lookAtMany(Collection<StudentId> students) {
        DistrictId district = DistrictScope.require();
        Queue<List<StudentId>> left = new ConcurrentLinkedQueue<>(looking.lyingTogether(students, READ_AT_ONCE));
        IntStream.range(0, PROCESSORS)
                .parallel()
                .forEach(thread -> DistrictScope.run(district, () -> {
                    for (List<StudentId> next = left.poll(); next != null; next = left.poll()) {
                        lookAtTogether(next);
                    }
                }));
    }

    private void lookAtTogether(List<StudentId> students) {
        Looking.Ahead ahead = looking.ahead(students);
        chunks(students).forEach(chunk -> holding(chunk, () -> see(unchangedSince(ahead, chunk), ahead)));
    }

    private static Stream<List<StudentId>> chunks(List<StudentId> students) {
        return IntStream.iterate(0, from -> from < students.size(), from -> from + AT_ONCE)
                .mapToObj(from -> students.subList(from, Math.min(students.size(), from + AT_ONCE)));
    }

    /** Nobody else looks at these students meanwhile. */
    private void holding(List<StudentId> students, Runnable look) {
        transaction.executeWithoutResult(status -> {
            rows.lock(students);
            look.run();
        });
    }

    private void see(List<StudentId> students, Looking.Ahead ahead) {
        String basis = looking.basis();
        List<Signal.Key> raised = rows.replace(looking.at(students, ahead), basis);
        if (!raised.isEmpty()) {
            events.publishEvent(new SignalsRaised(DistrictScope.require(), raised));
        }
    }

    /** Whoever has changed since their tries were read may have been looked at since, and waits for another look. */
    private List<StudentId> unchangedSince(Looking.Ahead ahead, List<StudentId> students) {
        Map<StudentId, Long> changes = looking.changes(students);
        List<StudentId> unchanged = students.stream()
                .filter(student -> changes.getOrDefault(student, 0L) == ahead.changesOf(student))
                .toList();
        if (unchanged.size() < students.size()) {
            Set<StudentId> changed = new HashSet<>(students);
            unchanged.forEach(changed::remove);
            waiting(DistrictScope.require()).addAll(changed);
        }
        return unchanged;
    }

    private LocalDate lastLook() {
        return database.sql("select day from support.daily_look")
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.EPOCH);
    }

    private void looked(LocalDate today) {
        database.sql("""
                insert into support.daily_look (district_id, day) values (:district, :day)
                on conflict (district_id) do update set day = excluded.day""")
                .param("district", DistrictScope.require().value())
                .param("day", today)
                .update();
    }
}
