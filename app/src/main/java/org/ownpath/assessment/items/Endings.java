package org.ownpath.assessment.items;

import java.time.Clock;
import java.time.Instant;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.AttemptId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends tries whose time is up, and makes evidence of those that have ended. Whatever was cut off in between is done when
 * somebody looks, or within a minute.
 */
@Component
class Endings {

    private final AttemptRows attempts;
    private final TestEvidence evidence;
    private final Accounts accounts;
    private final Clock clock;

    Endings(AttemptRows attempts, TestEvidence evidence, Accounts accounts, Clock clock) {
        this.attempts = attempts;
        this.evidence = evidence;
        this.accounts = accounts;
        this.clock = clock;
    }

    void end(AttemptId id, Attempt.End end) {
        attempts.end(id, end);
        settle(id);
    }

    /** Ends a try whose time is up, at that time; whether it did. */
    boolean ifOverdue(Attempt attempt) {
        if (!attempt.overdue(clock.instant())) {
            return false;
        }
        end(attempt.id(), new Attempt.End(attempt.until().orElseThrow(), Attempt.Reason.TIME));
        return true;
    }

    void settle(AttemptId id) {
        attempts.find(id).filter(attempt -> attempt.ended().isPresent()).ifPresent(evidence::settle);
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void settleAll() {
        accounts.districts()
                .forEach(district -> DistrictScope.run(district, () -> {
                    Instant now = clock.instant();
                    for (AttemptId id : attempts.unsettled(now)) {
                        attempts.find(id).filter(attempt -> !ifOverdue(attempt)).ifPresent(attempt -> settle(id));
                    }
                }));
    }
}
