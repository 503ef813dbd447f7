package org.ownpath.messages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.CorrectionAnswered;
import org.ownpath.credential.AwardGiven;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.ownpath.support.PlanClosed;
import org.ownpath.support.PlanOpened;
import org.ownpath.support.Signal;
import org.ownpath.support.SignalsRaised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what happens in other rooms, in the transaction in which it does, and keeps a notice for everybody whom it
 * concerns, who has an account and wants to be told. Heard twice, it is told once.
 */
@Component
class Hearing {

    private final NoticeRows rows;
    private final ChoiceRows choices;
    private final Accounts accounts;
    private final Roster roster;
    private final Clock clock;

    Hearing(NoticeRows rows, ChoiceRows choices, Accounts accounts, Roster roster, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.accounts = accounts;
        this.roster = roster;
        this.clock = clock;
    }

    /** What a notice is about, before it has readers. */
    record Matter(NoticeKind kind, StudentId student, String subject, String matter) {}

    @EventListener
    void raised(SignalsRaised raised) {
        for (Signal.Key signal : raised.signals()) {
            List<PersonId> teachers = roster.teachersOf(signal.student()).stream()
                    .filter(teaching -> signal.kind().ofWholeStudent() || teaching.covers(signal.subject()))
                    .map(Teaching::teacher)
                    .map(Person::id)
                    .toList();
            tell(
                    teachers,
                    new Matter(
                            NoticeKind.NEEDS_YOU,
                            signal.student(),
                            signal.subject(),
                            signal.kind().code()));
        }
    }

    @EventListener
    void opened(PlanOpened opened) {
        Set<PersonId> readers = household(opened.student());
        readers.add(opened.owner());
        readers.remove(opened.by());
        tell(
                readers,
                new Matter(
                        NoticeKind.PLAN_OPENED,
                        opened.student(),
                        opened.subject(),
                        opened.plan().toString()));
    }

    @EventListener
    void closed(PlanClosed closed) {
        Set<PersonId> readers = household(closed.student());
        readers.add(closed.owner());
        readers.remove(closed.by());
        tell(
                readers,
                new Matter(
                        NoticeKind.PLAN_CLOSED,
                        closed.student(),
                        closed.subject(),
                        closed.plan().toString()));
    }

    @EventListener
    void given(AwardGiven given) {
        tell(
                household(given.student()),
                new Matter(
                        NoticeKind.BADGE_GIVEN,
                        given.student(),
                        given.title(),
                        given.award().toString()));
    }

    @EventListener
    void answered(CorrectionAnswered answered) {
        tell(
                Set.of(answered.askedBy()),
                new Matter(
                        NoticeKind.CORRECTION_ANSWERED,
                        answered.student(),
                        "",
                        answered.request().toString()));
    }

    /** The student and the family. */
    Set<PersonId> household(StudentId student) {
        Set<PersonId> household = new LinkedHashSet<>();
        household.add(student.person());
        roster.guardiansOf(student).forEach(guardian -> household.add(guardian.id()));
        return household;
    }

    /** Gives how many people are told, or were told before. */
    int tell(Collection<PersonId> people, Matter matter) {
        List<Notice> notices = new ArrayList<>();
        for (Viewer reader : accounts.viewersOf(people).values()) {
            if (choices.of(reader).kinds().contains(matter.kind())) {
                notices.add(new Notice(
                        TimeOrdered.next(),
                        reader.person(),
                        matter.kind(),
                        matter.student(),
                        matter.subject(),
                        matter.matter(),
                        clock.instant(),
                        Optional.empty()));
            }
        }
        rows.add(notices);
        return notices.size();
    }
}
