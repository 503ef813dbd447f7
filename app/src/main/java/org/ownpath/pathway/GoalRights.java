package org.ownpath.pathway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.GoalChoice;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Who decides on a goal: on which side somebody stands towards a student, and what the school lets that side do. */
@Component
class GoalRights {

    private final Access access;
    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Roster roster;
    private final Clock clock;

    GoalRights(Access access, Frameworks frameworks, DesignChoices choices, Roster roster, Clock clock) {
        this.access = access;
        this.frameworks = frameworks;
        this.choices = choices;
        this.roster = roster;
        this.clock = clock;
    }

    /** The side of a viewer, who has to be one who may see the student. */
    Side side(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        if (viewer.is(Role.STUDENT) && student.equals(StudentId.of(viewer.person()))) {
            return Side.STUDENT;
        }
        return access.recordable(viewer, List.of(student)).isEmpty() ? Side.FAMILY : Side.SCHOOL;
    }

    /** What the viewer may do about the goal now. */
    Goals.May may(Viewer viewer, GoalProgress progress) {
        Goal goal = progress.goal();
        Side side = side(viewer, goal.student());
        boolean proposedBySchool = goal.proposal().side() == Side.SCHOOL;
        return new Goals.May(
                progress.state() == GoalState.PROPOSED && (side == Side.SCHOOL) != proposedBySchool,
                progress.state().open() && mayPropose(side, goal.student(), subject(goal.wish())));
    }

    /** Whether this side may propose a goal in this subject, or across subjects. */
    boolean mayPropose(Side side, StudentId student, Optional<String> subject) {
        return side == Side.SCHOOL
                || (side == Side.STUDENT && choice(student, subject).studentsPropose());
    }

    /** Whether what this side proposes is agreed at once. */
    boolean holdsAtOnce(Side side, StudentId student, Optional<String> subject) {
        GoalChoice choice = choice(student, subject);
        return (side == Side.STUDENT && choice == GoalChoice.STUDENT)
                || (side == Side.SCHOOL && choice == GoalChoice.SCHOOL);
    }

    /** The one subject that a wish is about. */
    Optional<String> subject(Goal.Wish wish) {
        return wish.aim().subject(frameworks.curriculum());
    }

    private GoalChoice choice(StudentId student, Optional<String> subject) {
        Place everywhere = Place.DISTRICT.in(roster.schoolOf(student)).student(student);
        return choices.book()
                .inForce(Settings.GOALS, subject.map(everywhere::subject).orElse(everywhere), clock.instant());
    }
}
