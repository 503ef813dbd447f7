package org.ownpath.portal.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Forecast;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.GoalPaths;
import org.ownpath.pathway.GoalProgress;
import org.ownpath.pathway.GoalTalk;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.Paces;
import org.ownpath.pathway.PathChange;
import org.ownpath.pathway.Route;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.student.SchoolWays;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PersonId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One goal: why, the path to it, what is said and agreed about it. */
@Controller
public class GoalPage {

    private static final int WEEKS_TO_REVIEW = 4;

    private final Whose whose;
    private final Goals goals;
    private final GoalPaths paths;
    private final GoalTalk talk;
    private final Paces paces;
    private final Frameworks frameworks;
    private final Roster roster;
    private final SchoolWays ways;
    private final Clock clock;

    GoalPage(
            Whose whose,
            Goals goals,
            GoalPaths paths,
            GoalTalk talk,
            Paces paces,
            Frameworks frameworks,
            Roster roster,
            SchoolWays ways,
            Clock clock) {
        this.whose = whose;
        this.goals = goals;
        this.paths = paths;
        this.talk = talk;
        this.paces = paces;
        this.frameworks = frameworks;
        this.roster = roster;
        this.ways = ways;
        this.clock = clock;
    }

    @GetMapping("/goals/{goal}")
    @Allows(Permission.SEE_A_STUDENT)
    String goal(@AuthenticationPrincipal Viewer viewer, @PathVariable GoalId goal, AsOf asOf, Model model) {
        GoalProgress progress = goals.find(viewer, goal, asOf).orElseThrow(() -> missing(asOf));
        boolean today = asOf.earlier().isEmpty();
        Person person = whose.student(viewer, progress.goal().student());
        Instant moment = asOf.at(clock.instant());
        List<Goal.Words> words = talk.words(goal).stream()
                .filter(said -> !said.at().isAfter(moment))
                .toList();
        model.addAttribute("progress", progress);
        model.addAttribute("person", person);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("plan", Whose.plan(viewer, person));
        model.addAttribute("may", today ? goals.may(viewer, progress) : new Goals.May(false, false));
        model.addAttribute("words", words);
        model.addAttribute("names", Names.of(roster, people(progress.goal(), words)));
        model.addAttribute("as", ways.to(person.student(), asOf));
        forecast(today && progress.state().open() ? paces.forecast(progress) : Optional.empty(), progress, model);
        model.addAttribute("addable", addable(progress));
        model.addAttribute("sent", UUID.randomUUID().toString());
        model.addAttribute("again", today().plusWeeks(WEEKS_TO_REVIEW).toString());
        model.addAttribute("today", SchoolTime.day(moment));
        return "portal/plan/goal";
    }

    private static void forecast(Optional<Forecast> forecast, GoalProgress progress, Model model) {
        model.addAttribute("forecast", forecast);
        model.addAttribute(
                "picture",
                forecast.map(
                        each -> ForecastPicture.of(each, progress.goal().wish().by())));
    }

    @PostMapping("/goals/{goal}/agreement")
    @Allows(Permission.SPEAK_ABOUT_GOALS)
    String agree(@AuthenticationPrincipal Viewer viewer, @PathVariable GoalId goal, RedirectAttributes flash) {
        find(viewer, goal);
        return back(goal, goals.agree(viewer, goal), "The goal is agreed.", flash);
    }

    @PostMapping("/goals/{goal}/reviews")
    @Allows(Permission.SET_GOALS)
    String review(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GoalId goal,
            @RequestParam(defaultValue = "") String words,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate again,
            @RequestParam UUID sent,
            RedirectAttributes flash) {
        find(viewer, goal);
        return back(goal, goals.review(viewer, goal, sent, words, again), "The review is noted.", flash);
    }

    @PostMapping("/goals/{goal}/end")
    @Allows(Permission.SET_GOALS)
    String drop(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GoalId goal,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        find(viewer, goal);
        return back(goal, goals.drop(viewer, goal, why), "The goal is given up. What was mastered stays.", flash);
    }

    @PostMapping("/goals/{goal}/words")
    @Allows(Permission.SPEAK_ABOUT_GOALS)
    String say(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GoalId goal,
            @RequestParam(defaultValue = "") String words,
            @RequestParam UUID sent,
            RedirectAttributes flash) {
        find(viewer, goal);
        return back(goal, talk.say(viewer, goal, sent, words), "Added.", flash);
    }

    @PostMapping("/goals/{goal}/path")
    @Allows(Permission.SET_GOALS)
    String adjust(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GoalId goal,
            @RequestParam String change,
            @RequestParam UUID sent,
            RedirectAttributes flash) {
        find(viewer, goal);
        Optional<String> problem = change(change)
                .map(read -> paths.adjust(viewer, goal, sent, read))
                .orElse(Optional.of("Choose what to change about the path."));
        return back(goal, problem, "The path is changed.", flash);
    }

    private static String back(GoalId goal, Optional<String> problem, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", problem.orElse(done));
        return "redirect:/goals/" + goal;
    }

    /** Reads "move 1 2", "out 1", "back 1" or "add 1", with ids for the numbers. */
    private static Optional<PathChange> change(String text) {
        String[] parts = text.split(" ");
        try {
            CompetencyId competency = CompetencyId.of(parts[parts.length > 1 ? 1 : 0]);
            return switch (parts[0] + parts.length) {
                case "move3" -> Optional.of(new PathChange.Move(competency, CompetencyId.of(parts[2])));
                case "out2" -> Optional.of(new PathChange.LeaveOut(competency));
                case "back2" -> Optional.of(new PathChange.TakeBack(competency));
                case "add2" -> Optional.of(new PathChange.Add(competency));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private GoalProgress find(Viewer viewer, GoalId goal) {
        return goals.find(viewer, goal).orElseThrow(() -> missing(AsOf.now()));
    }

    private static NotFound missing(AsOf asOf) {
        return new NotFound(
                asOf.earlier().isPresent()
                        ? "This goal was not proposed yet on that day. Choose a later day."
                        : "This goal is not here. Look on the student's plan.");
    }

    /** What is not on the path and does not stand mastered, of the subjects that the goal is about. */
    private Map<String, List<Competency>> addable(GoalProgress progress) {
        Curriculum curriculum = frameworks.curriculum();
        Set<CompetencyId> there = progress.route().stops().stream()
                .map(stop -> stop.competency().id())
                .collect(Collectors.toSet());
        progress.route().leftOut().forEach(c -> there.add(c.id()));
        Map<String, List<Competency>> addable = new LinkedHashMap<>();
        progress.route().stops().stream()
                .map(stop -> stop.competency().subject())
                .distinct()
                .forEach(subject -> addable.put(
                        subject,
                        curriculum.ofSubject(subject).stream()
                                .filter(c -> !there.contains(c.id()))
                                .toList()));
        return addable;
    }

    private static List<PersonId> people(Goal goal, List<Goal.Words> words) {
        return Stream.of(
                        Stream.of(goal.proposal().by()),
                        goal.steps().stream().map(Goal.Step::by),
                        words.stream().map(Goal.Words::by))
                .flatMap(people -> people)
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A stop with what may come directly before and after it, for moving it. */
    public record Movable(Route.Stop stop, Optional<Route.Stop> previous, Optional<Route.Stop> next) {

        /** Those of a route that are open, in order. */
        public static List<Movable> of(Route route) {
            List<Route.Stop> open = route.open();
            return Stream.iterate(0, i -> i < open.size(), i -> i + 1)
                    .map(i -> new Movable(
                            open.get(i),
                            i == 0 ? Optional.empty() : Optional.of(open.get(i - 1)),
                            i == open.size() - 1 ? Optional.empty() : Optional.of(open.get(i + 1))))
                    .toList();
        }

        private static boolean needs(Route.Stop later, Route.Stop earlier) {
            return later.waitsFor().contains(earlier.competency());
        }

        /** What to send so that it comes earlier; empty where it cannot. */
        public Optional<String> earlier() {
            return previous.filter(before -> !needs(stop, before)).map(before -> move(stop, before));
        }

        /** What to send so that it comes later; empty where it cannot. */
        public Optional<String> later() {
            return next.filter(after -> !needs(after, stop)).map(after -> move(after, stop));
        }

        private static String move(Route.Stop what, Route.Stop before) {
            return "move " + what.competency().id() + " " + before.competency().id();
        }
    }
}
