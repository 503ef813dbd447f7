package org.ownpath.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ownpath.framework.Competency;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Consents;
import org.ownpath.roster.Purpose;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What the school has chosen to offer to a student who wants to show something. */
@Component
class Offering {

    private final DesignChoices choices;
    private final Roster roster;
    private final Consents consents;
    private final Clock clock;

    Offering(DesignChoices choices, Roster roster, Consents consents, Clock clock) {
        this.choices = choices;
        this.roster = roster;
        this.consents = consents;
        this.clock = clock;
    }

    Offer to(StudentId student, Competency competency) {
        return offer(choices.book(), place(student, competency), clock.instant());
    }

    /** What these choices offer there. */
    static Offer offer(ChoiceBook book, Place place, Instant at) {
        Chosen chosen = new Chosen(book, place, at);
        return new Offer(
                Way.TO_CHOOSE.stream().filter(chosen::offers).toList(),
                chosen.of(Settings.STARTS_AT_ONCE),
                chosen.of(Settings.READINESS_GATE),
                Duration.ofDays(chosen.of(Settings.COOLING_OFF_DAYS)),
                Optional.of(chosen.of(Settings.MOST_TRIES)).filter(tries -> tries > 0));
    }

    /** The chance of recall below which a short check is proposed. */
    double recall(Competency competency) {
        return Recall.checkedBelow(choices.book(), competency, clock.instant());
    }

    /** Whether somebody from outside may be asked about it: the school and the family have to agree. */
    boolean outsiders(StudentId student, Optional<Competency> competency) {
        Place place = competency
                .map(found -> place(student, found))
                .orElseGet(() -> Place.DISTRICT.in(roster.schoolOf(student)));
        return choices.book().inForce(Settings.OUTSIDE_ASSESSORS, place, clock.instant())
                && consents.allows(student, Purpose.OUTSIDE_ASSESSOR);
    }

    private Place place(StudentId student, Competency competency) {
        return Place.DISTRICT
                .in(roster.schoolOf(student))
                .subject(competency.subject())
                .student(student);
    }

    private record Chosen(ChoiceBook book, Place place, Instant now) {

        <V> V of(Setting<V> setting) {
            return book.inForce(setting, place, now);
        }

        boolean offers(Way way) {
            return of(Settings.ASKS)
                    && switch (way) {
                        case TASK, CONVERSATION -> true;
                        case PROJECT, OWN_PROPOSAL -> of(Settings.OWN_PROJECTS);
                        case PORTFOLIO -> of(Settings.NOMINATES);
                        case OUTSIDE_CREDENTIAL, PRIOR_LEARNING -> of(Settings.PRIOR_LEARNING);
                        case SHORT_CHECK -> false;
                    };
        }
    }
}
