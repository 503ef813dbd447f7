package org.ownpath.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.StudentsWaiting;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.MasteryChanged;
import org.ownpath.mastery.States;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the badges that are earned by mastery: within seconds to those whose judgements have changed, beside whoever
 * records, and every hour to whoever was missed. To look twice gives nothing twice.
 */
@Component
class AutomaticAwards {

    private final StudentsWaiting waiting = new StudentsWaiting("Giving badges");
    private final Badges badges;
    private final AwardRows rows;
    private final Schoolings schoolings;
    private final Mastery mastery;
    private final Roster roster;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AutomaticAwards(
            Badges badges,
            AwardRows rows,
            Schoolings schoolings,
            Mastery mastery,
            Roster roster,
            Accounts accounts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.badges = badges;
        this.rows = rows;
        this.schoolings = schoolings;
        this.mastery = mastery;
        this.roster = roster;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener
    void changed(MasteryChanged changed) {
        waiting.add(changed.district(), changed.students());
    }

    @TransactionalEventListener
    void made(Badges.BadgeMade made) {
        waiting.add(made.district(), DistrictScope.within(made.district(), this::everybody));
    }

    @Scheduled(fixedDelay = 2000)
    void giveToThoseWaiting() {
        waiting.each(this::give);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void giveToWhoeverWasMissed() {
        accounts.districts()
                .forEach(district -> waiting.add(district, DistrictScope.within(district, this::everybody)));
    }

    /** Gives these students of the current district whatever they have earned and do not have. */
    void give(Collection<StudentId> students) {
        List<Badge> earnable = badges.all().stream().filter(Badge::given).toList();
        if (earnable.isEmpty()) {
            return;
        }
        Schooling schooling = schoolings.now();
        States states = mastery.states(students);
        for (Badge badge : earnable) {
            if (badge.earning() instanceof Earning.ByMastery earning) {
                List<Competency> set = schooling.of(earning.among());
                give(
                        badge,
                        students.stream()
                                .filter(student -> earning.metBy(student, set, states))
                                .toList());
            }
        }
    }

    private void give(Badge badge, List<StudentId> earned) {
        Instant now = clock.instant();
        Set<StudentId> settled = rows.settled(badge.id(), earned, now);
        earned.stream()
                .filter(student -> !settled.contains(student))
                .forEach(student -> transaction.executeWithoutResult(status -> giveOnce(badge, student, now)));
    }

    private void giveOnce(Badge badge, StudentId student, Instant now) {
        rows.lock(student);
        if (rows.settled(badge.id(), List.of(student), now).isEmpty()) {
            rows.insert(student, Optional.of(badge), new AwardRows.Giving(Optional.empty(), now, ""));
        }
    }

    private List<StudentId> everybody() {
        return roster.students().stream().map(Person::student).toList();
    }
}
