package org.ownpath.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which activities students are offered, and who puts them on a plan, as the school has chosen. */
@Component
class ActivityChoices {

    private final DesignChoices choices;
    private final Roster roster;
    private final Clock clock;

    ActivityChoices(DesignChoices choices, Roster roster, Clock clock) {
        this.choices = choices;
        this.roster = roster;
        this.clock = clock;
    }

    boolean offered(Activity activity) {
        return refusal(activity).isEmpty();
    }

    /** Why students are not offered an activity; empty when they are. */
    Optional<String> refusal(Activity activity) {
        if (activity.retired()) {
            return Optional.of("It is out of the catalogue.");
        }
        if (!activity.vetted()) {
            return Optional.of("Nobody of the school has found it fit yet, so students are not offered it.");
        }
        if (activity.linkMissing()) {
            return Optional.of("Its link does not answer, so students are not offered it.");
        }
        if (activity.over(LocalDate.now(clock))) {
            return Optional.of("Its last day is past.");
        }
        return activity.described().held().inSchool() || outside()
                ? Optional.empty()
                : Optional.of("Here only activities in school go on plans, so students are not offered it.");
    }

    private boolean outside() {
        return choices.book().inForce(Settings.OUTSIDE_ACTIVITIES, Place.DISTRICT, clock.instant());
    }

    /** Whether the school lets this viewer, who may see the student, choose for them. */
    boolean chosenBy(Viewer viewer, StudentId student) {
        Place place = Place.DISTRICT.in(roster.schoolOf(student)).student(student);
        return !viewer.is(Role.STUDENT) || choices.book().inForce(Settings.OWN_ACTIVITIES, place, clock.instant());
    }
}
