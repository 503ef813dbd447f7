package org.ownpath.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.ownpath.access.StudentsWaiting;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.MasteryChanged;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.StudentId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells students and families what was mastered in the last two days, beside whoever records. What is recorded of earlier
 * days is no news; of a process that is killed, what its last seconds brought is not told.
 */
@Component
class MasteryNews {

    private static final Duration NEWS = Duration.ofDays(2);
    /** Whoever records of more at once is bringing in a file, not teaching. */
    private static final int MOST_AT_ONCE = 500;

    private final StudentsWaiting waiting = new StudentsWaiting("Telling what was mastered");
    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Hearing hearing;
    private final Clock clock;

    MasteryNews(Mastery mastery, Frameworks frameworks, Hearing hearing, Clock clock) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.hearing = hearing;
        this.clock = clock;
    }

    @TransactionalEventListener
    void changed(MasteryChanged changed) {
        if (changed.students().size() <= MOST_AT_ONCE) {
            waiting.add(changed.district(), changed.students());
        }
    }

    @Scheduled(fixedDelay = 1000)
    void tellEverywhere() {
        waiting.each(this::tell);
    }

    private void tell(Set<StudentId> due) {
        Instant since = clock.instant().minus(NEWS);
        mastery.of(due).stream()
                .filter(standing -> standing.state().standing()
                        && standing.masteredAt().filter(since::isBefore).isPresent())
                .forEach(this::tell);
    }

    private void tell(Standing standing) {
        frameworks
                .curriculum()
                .competency(standing.competency())
                .ifPresent(competency -> hearing.tell(
                        hearing.household(standing.student()),
                        new Hearing.Matter(
                                NoticeKind.MASTERED,
                                standing.student(),
                                competency.subject(),
                                competency.id().toString())));
    }
}
