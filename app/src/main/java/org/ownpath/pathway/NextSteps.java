package org.ownpath.pathway;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of pathway for what is next: steps that say why, and activities to choose from. */
@Component
public class NextSteps {

    private static final int MOST_OF_A_KIND = 3;
    private static final int MOST_SUGGESTED = 3;
    private static final int LATELY = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Goals goals;
    private final Pathway pathway;
    private final GoalOutlooks outlooks;
    private final ActivityRows catalogue;
    private final PlannedRows planned;
    private final Effects effects;
    private final ActivityChoices choices;
    private final Access access;

    NextSteps(
            Goals goals,
            Pathway pathway,
            GoalOutlooks outlooks,
            ActivityRows catalogue,
            PlannedRows planned,
            Effects effects,
            ActivityChoices choices,
            Access access) {
        this.goals = goals;
        this.pathway = pathway;
        this.outlooks = outlooks;
        this.catalogue = catalogue;
        this.planned = planned;
        this.effects = effects;
        this.choices = choices;
        this.access = access;
    }

    /** What is next for a student, and which activities may suit: neither is more than a proposal. */
    public record Next(List<NextStep> steps, List<Suggestion> suggestions) {}

    /** What is next for a student whom the viewer may see. */
    public Next of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        List<GoalProgress> active = active(student);
        List<SubjectPath.Step> steps = all(pathway.of(student));
        return new Next(steps(active, steps), suggestions(student, active, steps));
    }

    /** The steps alone, of a student whom the viewer may see and whose path of now is at hand. */
    public List<NextStep> steps(Viewer viewer, StudentPath path) {
        access.requireView(viewer, path.student());
        return steps(active(path.student()), all(path));
    }

    private List<GoalProgress> active(StudentId student) {
        return goals.of(List.of(student)).stream().filter(GoalProgress::active).toList();
    }

    private static List<SubjectPath.Step> all(StudentPath path) {
        return path.subjects().stream()
                .flatMap(subject -> subject.steps().stream())
                .toList();
    }

    private List<NextStep> steps(List<GoalProgress> active, List<SubjectPath.Step> path) {
        List<NextStep> all = new ArrayList<>();
        outlooks.of(active).stream()
                .filter(each -> each.outlook().atRisk())
                .map(NextSteps::atRisk)
                .forEach(all::add);
        path.stream()
                .filter(step -> step.state() == State.NEEDS_REFRESH)
                .sorted(Comparator.comparing(
                        step -> step.standing().orElseThrow().lastShownAt().orElseThrow()))
                .limit(MOST_OF_A_KIND)
                .map(NextSteps::dueAgain)
                .forEach(all::add);
        List<NextStep> ready = active.stream()
                .flatMap(progress -> progress.route().stops().stream()
                        .filter(Route.Stop::ready)
                        .map(stop -> ready(stop, progress)))
                .toList();
        all.addAll(ready.stream().limit(MOST_OF_A_KIND).toList());
        if (ready.isEmpty()) {
            path.stream()
                    .filter(SubjectPath.Step::ready)
                    .sorted(Comparator.comparing(step -> !step.begun()))
                    .limit(MOST_OF_A_KIND)
                    .map(NextSteps::open)
                    .forEach(all::add);
        }
        active.stream()
                .flatMap(progress -> progress.route().open().stream()
                        .filter(stop -> stop.waitsFor().size() == 1)
                        .map(stop -> nearly(stop, progress)))
                .limit(MOST_OF_A_KIND)
                .forEach(all::add);
        return distinct(all);
    }

    /** One step for each competency, the first of its kinds. */
    private static List<NextStep> distinct(List<NextStep> all) {
        Set<CompetencyId> seen = new HashSet<>();
        return all.stream()
                .filter(step -> step.competency().isEmpty()
                        || seen.add(step.competency().get().id()))
                .toList();
    }

    private static NextStep atRisk(GoalOutlook goal) {
        String why = goal.outlook().words() + " Wanted by " + DAY.format(goal.wanted()) + ", likely by "
                + DAY.format(goal.forecast().likely())
                + ". More time, a nearer goal or another way to learn may help.";
        return new NextStep(
                NextStep.Kind.GOAL_AT_RISK,
                Optional.empty(),
                Optional.of(goal.progress().goal().id()),
                goal.progress().title(),
                why);
    }

    private static NextStep dueAgain(SubjectPath.Step step) {
        String last = step.standing()
                .flatMap(standing -> standing.lastShownAt())
                .map(at -> DAY.format(SchoolTime.day(at)))
                .orElse("long ago");
        return about(
                NextStep.Kind.DUE_AGAIN,
                step.competency(),
                Optional.empty(),
                "Mastered, and last shown on " + last + ". Show it once more so that it stays.");
    }

    private static NextStep ready(Route.Stop stop, GoalProgress progress) {
        return about(
                NextStep.Kind.READY,
                stop.competency(),
                Optional.of(progress),
                whyReady(stop.standing().isPresent()) + " It is on the way to: " + progress.title() + ".");
    }

    private static NextStep open(SubjectPath.Step step) {
        return about(NextStep.Kind.READY, step.competency(), Optional.empty(), whyReady(step.begun()));
    }

    private static String whyReady(boolean begun) {
        return begun ? "Begun, and all that comes before it is mastered." : "All that comes before it is mastered.";
    }

    private static NextStep nearly(Route.Stop stop, GoalProgress progress) {
        return about(
                NextStep.Kind.NEARLY,
                stop.competency(),
                Optional.of(progress),
                "It opens when this is mastered: " + stop.waitsFor().get(0).title() + ".");
    }

    private static NextStep about(NextStep.Kind kind, Competency competency, Optional<GoalProgress> goal, String why) {
        return new NextStep(
                kind,
                Optional.of(competency),
                goal.map(progress -> progress.goal().id()),
                competency.title(),
                why);
    }

    private List<Suggestion> suggestions(StudentId student, List<GoalProgress> active, List<SubjectPath.Step> path) {
        List<PlannedActivity> own = planned.of(student);
        Map<ActivityId, Activity> chosen =
                catalogue.find(own.stream().map(PlannedActivity::activity).toList());
        Set<ActivityKind> lately = own.stream()
                .limit(LATELY)
                .flatMap(each -> Optional.ofNullable(chosen.get(each.activity())).stream())
                .map(activity -> activity.described().kind())
                .collect(Collectors.toSet());
        Map<ActivityId, Effect> led = effects.all();
        Needs needs = Needs.of(active, path);
        return catalogue.all().stream()
                .filter(activity -> choices.offered(activity) && !chosen.containsKey(activity.id()))
                .flatMap(activity ->
                        needs.suggestion(activity, lately, Optional.ofNullable(led.get(activity.id()))).stream())
                .sorted(Comparator.comparingInt(Suggestion::weight)
                        .reversed()
                        .thenComparing(s -> s.activity().described().title()))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    /** What a student could work on: what a goal asks for counts more than what is only ready. */
    private record Needs(Set<CompetencyId> onTheWay, Set<CompetencyId> ready, Map<CompetencyId, String> titles) {

        private static final int ON_THE_WAY = 4;
        private static final int READY = 1;
        private static final int SOMETHING_ELSE = 2;
        private static final int HAS_HELPED = 2;

        static Needs of(List<GoalProgress> active, List<SubjectPath.Step> path) {
            Set<CompetencyId> onTheWay = active.stream()
                    .flatMap(progress -> progress.route().stops().stream())
                    .filter(Route.Stop::ready)
                    .map(stop -> stop.competency().id())
                    .collect(Collectors.toSet());
            Set<CompetencyId> ready = path.stream()
                    .filter(SubjectPath.Step::ready)
                    .map(step -> step.competency().id())
                    .collect(Collectors.toSet());
            return new Needs(
                    onTheWay,
                    ready,
                    path.stream()
                            .collect(Collectors.toMap(
                                    step -> step.competency().id(),
                                    step -> step.competency().title(),
                                    (first, second) -> first)));
        }

        Optional<Suggestion> suggestion(Activity activity, Set<ActivityKind> lately, Optional<Effect> led) {
            List<String> why = new ArrayList<>();
            int weight = 0;
            for (CompetencyId competency : activity.described().competencies()) {
                boolean wanted = onTheWay.contains(competency);
                if (wanted || ready.contains(competency)) {
                    weight += wanted ? ON_THE_WAY : READY;
                    why.add((wanted ? "on the way to a goal: " : "ready now: ") + titles.getOrDefault(competency, ""));
                }
            }
            if (why.isEmpty()) {
                return Optional.empty();
            }
            if (!lately.isEmpty() && !lately.contains(activity.described().kind())) {
                weight += SOMETHING_ELSE;
                why.add("another way to learn than lately");
            }
            if (led.filter(Effect.Seen.class::isInstance)
                    .map(Effect.Seen.class::cast)
                    .filter(Effect.Seen::more)
                    .isPresent()) {
                weight += HAS_HELPED;
                why.add("those who did it mastered more");
            }
            return Optional.of(new Suggestion(activity, weight, why));
        }
    }
}
