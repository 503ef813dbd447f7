package org.ownpath.exchange.xapi.own;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.StudentsWaiting;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.exchange.xapi.LearningReading;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.MasteryChanged;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The front door to what happens here as statements: where a district wants it, evidence that is recorded and mastery that
 * is reached are told in its store within seconds, beside whoever records, so that programs that may read everything learn
 * of it. Each under an id that follows from what it tells, so that nothing is told twice.
 */
@Component
public class OwnStatements {

    private static final int LATEST = 40;

    private final StudentsWaiting waiting = new StudentsWaiting("Telling of students in statements");
    private final JdbcClient database;
    private final LearningRecords records;
    private final LearningReading reading;
    private final LedgerReading ledger;
    private final Mastery mastery;
    private final Frameworks frameworks;
    private final OwnWording wording;
    private final Access access;
    private final Clock clock;

    OwnStatements(
            JdbcClient database,
            LearningRecords records,
            LearningReading reading,
            LedgerReading ledger,
            Mastery mastery,
            Frameworks frameworks,
            OwnWording wording,
            Access access,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.reading = reading;
        this.ledger = ledger;
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.wording = wording;
        this.access = access;
        this.clock = clock;
    }

    /** Since when the current district tells what happens; empty where it does not. */
    public Optional<Instant> since() {
        return database.sql("select since from exchange.own_statements where district_id = ?")
                .param(DistrictScope.require().value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Tells what happens from now on, or nothing more. What was told stays. */
    @Transactional
    public void tell(Viewer viewer, boolean wanted) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (wanted) {
            database.sql("""
                    insert into exchange.own_statements (district_id, since, asked_by) values (?, ?, ?)
                    on conflict do nothing""")
                    .params(
                            viewer.district().value(),
                            Timestamp.from(clock.instant()),
                            viewer.account().value())
                    .update();
        } else {
            database.sql("delete from exchange.own_statements where district_id = ?")
                    .param(viewer.district().value())
                    .update();
        }
        access.audit(viewer, wanted ? "own-statements.begun" : "own-statements.ended", "", "");
    }

    @TransactionalEventListener
    void changed(MasteryChanged changed) {
        waiting.add(changed.district(), changed.students());
    }

    @Scheduled(fixedDelay = 2000)
    void tellOfThoseWaiting() {
        waiting.each(due -> since().ifPresent(since -> tell(due, since)));
    }

    private void tell(Set<StudentId> students, Instant since) {
        for (StudentId student : students) {
            Map<UUID, String> statements = happened(student, since);
            List<Entry> replaced = ledger.takenBack(student, LATEST);
            Set<UUID> known = new HashSet<>(statements.keySet());
            replaced.forEach(entry -> known.add(OwnWording.idOf(entry)));
            Set<UUID> told = reading.records(known).keySet();
            statements.keySet().removeAll(told);
            replaced.stream()
                    .filter(entry -> told.contains(OwnWording.idOf(entry)))
                    .forEach(entry -> {
                        OwnWording.Told takenBack = wording.takenBack(OwnWording.idOf(entry), clock.instant());
                        statements.put(takenBack.id(), takenBack.json());
                    });
            if (!statements.isEmpty()) {
                records.keep(LearningRecords.ownpath(), "[" + String.join(",", statements.values()) + "]");
            }
        }
    }

    private Map<UUID, String> happened(StudentId student, Instant since) {
        Curriculum curriculum = frameworks.curriculum();
        Map<UUID, String> statements = new LinkedHashMap<>();
        ledger.latest(student, LATEST).stream()
                .filter(entry -> entry.recordedAt().isAfter(since))
                .forEach(entry -> curriculum
                        .competency(entry.competency())
                        .flatMap(competency -> wording.recorded(entry, competency, curriculum.scaleOf(competency)))
                        .ifPresent(told -> statements.put(told.id(), told.json())));
        mastery.of(student).values().stream()
                .filter(standing ->
                        standing.masteredAt().filter(since::isBefore).isPresent())
                .forEach(standing -> curriculum
                        .competency(standing.competency())
                        .map(competency -> wording.mastered(standing, competency))
                        .ifPresent(told -> statements.put(told.id(), told.json())));
        return statements;
    }
}
