package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.pathway.Forecast;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.GoalOutlook;
import org.ownpath.pathway.Route;
import org.ownpath.shared.CompetencyId;

/** Looks at the goals of a student: whether one is unlikely to be reached in time at the student's own pace. */
final class GoalLook {

    private static final int MOST_COMPETENCIES = 3;
    private static final int HARDLY = 45;
    private static final int TIGHT = 25;

    private GoalLook() {}

    /**
     * At least one goal of the subject is wanted sooner than is likely.
     *
     * @param goals all that the student works on, in any subject
     */
    static Glance atRisk(List<GoalOutlook> goals, SubjectWork work) {
        List<GoalOutlook> here = goals.stream()
                .filter(goal -> goal.subject().equals(work.subject()))
                .toList();
        if (here.isEmpty()) {
            return Glance.NOTHING;
        }
        LocalDate today = SchoolTime.day(work.now());
        // each day without a mastery makes a pace slower
        Instant tomorrow = SchoolTime.start(today.plusDays(1));
        List<GoalOutlook> atRisk = here.stream()
                .filter(goal -> goal.outlook().atRisk())
                .sorted(Comparator.comparingInt((GoalOutlook goal) -> urgency(goal))
                        .reversed()
                        .thenComparing(GoalOutlook::wanted))
                .toList();
        return new Glance(
                atRisk.stream().findFirst().map(goal -> finding(goal, atRisk.size() - 1)), Optional.of(tomorrow));
    }

    private static int urgency(GoalOutlook goal) {
        return goal.outlook() == Forecast.Outlook.HARDLY ? HARDLY : TIGHT;
    }

    private static SubjectWork.Finding finding(GoalOutlook goal, int more) {
        Goal asked = goal.progress().goal();
        String reason = "'" + goal.progress().title() + "' is wanted by " + Wording.day(goal.wanted())
                + ". At the student's own pace it is likely by "
                + Wording.day(goal.forecast().likely()) + ", and hardly before "
                + Wording.day(goal.forecast().early()) + "."
                + (more > 0 ? " The same holds for " + more + " more." : "");
        return new SubjectWork.Finding(
                left(goal), asked.latest(Goal.Kind.AGREED).orElseThrow().at(), urgency(goal), reason);
    }

    /** What is left to do for it, what can be begun now first. */
    private static List<CompetencyId> left(GoalOutlook goal) {
        return goal.progress().route().open().stream()
                .sorted(Comparator.comparing((Route.Stop stop) -> !stop.ready()))
                .limit(MOST_COMPETENCIES)
                .map(stop -> stop.competency().id())
                .toList();
    }
}
