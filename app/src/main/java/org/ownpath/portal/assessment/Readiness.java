package org.ownpath.portal.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Offer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.policy.ReadinessGate;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.springframework.stereotype.Component;

/** Whether a student is ready to ask for something, and otherwise which step comes first. */
@Component
public class Readiness {

    private static final Duration LATELY = Duration.ofDays(60);
    private static final int SUGGESTED = 4;

    private final Unmet unmet;
    private final Frameworks frameworks;
    private final Activities activities;
    private final PlannedActivities planned;
    private final Plans plans;
    private final Demonstrations demonstrations;
    private final Clock clock;

    Readiness(
            Unmet unmet,
            Frameworks frameworks,
            Activities activities,
            PlannedActivities planned,
            Plans plans,
            Demonstrations demonstrations,
            Clock clock) {
        this.unmet = unmet;
        this.frameworks = frameworks;
        this.activities = activities;
        this.planned = planned;
        this.plans = plans;
        this.demonstrations = demonstrations;
        this.clock = clock;
    }

    /**
     * What lies before a request.
     *
     * @param first what comes before it and is not mastered
     * @param step whether one step is to be taken before asking
     * @param suggested activities that would be such a step
     */
    public record Gate(List<Competency> first, boolean step, List<Activity> suggested) {

        /** Why the student cannot ask yet for what has this title; kind, and with the way on. */
        List<String> problems(String title, String note) {
            if (step) {
                return List.of(
                        "'" + title + "' comes easier after one step. Do an activity and mark it as done, have a "
                                + "session of support, or show '" + first.get(0).title() + "'. Then you can ask.");
            }
            return first.isEmpty() || !note.isBlank()
                    ? List.of()
                    : List.of(
                            "Something that comes before is not shown yet. Write in the note why you are ready all the "
                                    + "same.");
        }
    }

    /** The gate before a student who wants to show a competency. */
    Gate of(Viewer student, Competency competency, Offer offer) {
        StudentId whose = StudentId.of(student.person());
        List<Competency> first =
                unmet.of(whose, List.copyOf(frameworks.curriculum().graph().prerequisites(competency.id())));
        Set<CompetencyId> about = first.stream().map(Competency::id).collect(Collectors.toCollection(HashSet::new));
        about.add(competency.id());
        boolean step = !first.isEmpty() && offer.gate() == ReadinessGate.STEP && !taken(student, whose, about);
        return new Gate(first, step, step ? suggested(student, about) : List.of());
    }

    private boolean taken(Viewer viewer, StudentId student, Set<CompetencyId> about) {
        Instant since = clock.instant().minus(LATELY);
        return practised(viewer, student, about, since)
                || supported(student, about, since)
                || shown(viewer, student, about, since);
    }

    private boolean practised(Viewer viewer, StudentId student, Set<CompetencyId> about, Instant since) {
        return planned.of(viewer, student).stream()
                .filter(line -> line.planned().done()
                        && line.planned()
                                .end()
                                .filter(end -> end.at().isAfter(since))
                                .isPresent())
                .anyMatch(line -> meets(line.activity().described().competencies(), about));
    }

    private boolean supported(StudentId student, Set<CompetencyId> about, Instant since) {
        LocalDate from = SchoolTime.day(since);
        return plans.of(List.of(student)).stream()
                .filter(plan -> meets(plan.agreement().competencies(), about))
                .flatMap(plan -> plans.sessions(plan.id()).stream())
                .anyMatch(session -> session.attendance() == Plan.Attendance.PRESENT
                        && session.heldOn().isAfter(from));
    }

    /** What was shown of it counts as a step, whatever came of it. */
    private boolean shown(Viewer viewer, StudentId student, Set<CompetencyId> about, Instant since) {
        return demonstrations.ofStudent(viewer, student).stream()
                .filter(d -> d.stage() == org.ownpath.assessment.Stage.SCORED
                        && d.changedAt().isAfter(since))
                .anyMatch(d -> meets(d.competencies(), about));
    }

    private List<Activity> suggested(Viewer viewer, Set<CompetencyId> about) {
        return activities.catalogue(viewer).stream()
                .filter(activity -> activities.notOffered(activity).isEmpty())
                .filter(activity -> meets(activity.described().competencies(), about))
                .limit(SUGGESTED)
                .toList();
    }

    private static boolean meets(Collection<CompetencyId> some, Set<CompetencyId> others) {
        return !Collections.disjoint(some, others);
    }
}
