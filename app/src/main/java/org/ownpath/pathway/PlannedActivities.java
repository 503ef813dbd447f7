package org.ownpath.pathway;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of pathway for what students do: activities chosen for a plan, done or set aside. */
@Component
public class PlannedActivities {

    private static final int LONGEST_WORDS = 1000;

    private final PlannedRows rows;
    private final ActivityRows catalogue;
    private final GoalRows goals;
    private final ActivityChoices choices;
    private final Access access;
    private final Clock clock;

    PlannedActivities(
            PlannedRows rows,
            ActivityRows catalogue,
            GoalRows goals,
            ActivityChoices choices,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.goals = goals;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    /** An activity on a plan with what it is. */
    public record Line(PlannedActivity planned, Activity activity) {}

    /** The activities on a student's plan, the latest first, for those who may see the student. */
    public List<Line> of(Viewer viewer, StudentId student) {
        return of(viewer, student, AsOf.now());
    }

    /** The same as it stood then. */
    public List<Line> of(Viewer viewer, StudentId student, AsOf asOf) {
        access.requireView(viewer, student);
        List<PlannedActivity> all = rows.of(student).stream()
                .flatMap(planned -> asOf.earlier().map(planned::by).orElse(Optional.of(planned)).stream())
                .toList();
        Map<ActivityId, Activity> activities =
                catalogue.find(all.stream().map(PlannedActivity::activity).toList());
        return all.stream()
                .flatMap(planned -> Optional.ofNullable(activities.get(planned.activity())).stream()
                        .map(activity -> new Line(planned, activity)))
                .toList();
    }

    /** The one with this id, if the viewer may see the student. */
    public Optional<PlannedActivity> find(Viewer viewer, UUID id) {
        Optional<PlannedActivity> planned = rows.find(id);
        planned.ifPresent(found -> access.requireView(viewer, found.student()));
        return planned;
    }

    /** Whether the viewer may choose for this student: the family and the school may, the student where the school says so. */
    public boolean mayChoose(Viewer viewer, StudentId student) {
        return !access.visible(viewer, List.of(student)).isEmpty() && choices.chosenBy(viewer, student);
    }

    /**
     * Puts an activity on a student's plan. Only what students are offered can be chosen.
     *
     * @param sent chosen by the sender: choosing the same twice keeps it once
     * @return why not; empty when it is on the plan
     */
    @Transactional
    public Optional<String> choose(Viewer viewer, UUID sent, StudentId student, Choice choice) {
        if (access.visible(viewer, List.of(student)).isEmpty()) {
            throw new NotAllowed("This student is not one of yours to plan with.");
        }
        if (!choices.chosenBy(viewer, student)) {
            return Optional.of(
                    "Here your family or a teacher puts activities on your plan. Tell them which one you want.");
        }
        Optional<Activity> activity = catalogue.find(choice.activity()).filter(choices::offered);
        if (activity.isEmpty()) {
            return Optional.of("This activity is not offered now. Choose another from the catalogue.");
        }
        Optional<GoalId> goal = choice.goal()
                .filter(id -> goals.find(id)
                        .filter(found -> found.student().equals(student))
                        .isPresent());
        boolean added = rows.add(new PlannedActivity(
                sent, student, choice.activity(), goal, viewer.person(), clock.instant(), Optional.empty()));
        if (added) {
            access.audit(viewer, "activity.chosen", choice.activity().toString(), "");
        }
        return Optional.empty();
    }

    /** What is chosen, and the goal that it is for, if any. */
    public record Choice(ActivityId activity, Optional<GoalId> goal) {}

    /**
     * Says that it was done, or sets it aside.
     *
     * @param words what it was like, or why not
     * @return why not; empty when it has ended
     */
    @Transactional
    public Optional<String> end(Viewer viewer, PlannedActivity planned, boolean done, String words) {
        access.requireView(viewer, planned.student());
        if (words.isBlank() || words.strip().length() > LONGEST_WORDS) {
            return Optional.of((done ? "Write a sentence on what you learned" : "Write why") + ", in up to "
                    + LONGEST_WORDS + " characters.");
        }
        PlannedActivity.End end = new PlannedActivity.End(done, words.strip(), viewer.person(), clock.instant());
        if (rows.end(planned.id(), end)) {
            access.audit(
                    viewer,
                    done ? "activity.done" : "activity.set-aside",
                    planned.activity().toString(),
                    "");
        }
        return Optional.empty();
    }

    /** Takes in what was chosen and how it ended before it came here. */
    @Transactional
    public void takeIn(Viewer viewer, List<PlannedActivity> all) {
        access.require(viewer, Role.ADMINISTRATOR);
        all.forEach(planned -> {
            rows.add(planned);
            planned.end().ifPresent(end -> rows.end(planned.id(), end));
        });
        access.audit(viewer, "activity.plans-taken-in", "", all.size() + " activities on plans");
    }
}
