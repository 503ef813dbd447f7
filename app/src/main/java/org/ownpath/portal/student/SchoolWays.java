package org.ownpath.portal.student;

import java.time.Clock;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Finds how a student's standing is shown. */
@Component
public class SchoolWays {

    private final DesignChoices choices;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Clock clock;

    SchoolWays(DesignChoices choices, Frameworks frameworks, Roster roster, Clock clock) {
        this.choices = choices;
        this.frameworks = frameworks;
        this.roster = roster;
        this.clock = clock;
    }

    /** For this student, as of now. */
    public AsShown to(StudentId student) {
        return to(student, AsOf.now());
    }

    /** For this student, as it was then. */
    public AsShown to(StudentId student, AsOf asOf) {
        Place place = Place.DISTRICT.in(roster.schoolOf(student)).student(student);
        return new AsShown(choices.book(), frameworks.curriculum(asOf), place, asOf.at(clock.instant()));
    }
}
