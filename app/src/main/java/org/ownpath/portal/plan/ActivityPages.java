package org.ownpath.portal.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.ActivityKind;
import org.ownpath.pathway.GoalProgress;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.portal.ActivityOpenings;
import org.ownpath.portal.Fields;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.ActivityId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of activities: finding one, describing one, and saying that it is fit for students. */
@Controller
public class ActivityPages {

    private static final int UNPROCESSABLE = 422;

    /** More would be a long way on a phone. */
    public static final int AT_ONCE = 12;

    private static final List<String> UNREADABLE =
            List.of("Choose a kind, and give each day as year, month and day or leave it empty.");

    private final Access access;
    private final Activities activities;
    private final PlannedActivities plans;
    private final Goals goals;
    private final Frameworks frameworks;
    private final Roster roster;
    private final ActivityOpenings openings;

    ActivityPages(
            Access access,
            Activities activities,
            PlannedActivities plans,
            Goals goals,
            Frameworks frameworks,
            Roster roster,
            ActivityOpenings openings) {
        this.access = access;
        this.activities = activities;
        this.plans = plans;
        this.goals = goals;
        this.frameworks = frameworks;
        this.roster = roster;
        this.openings = openings;
    }

    /** An activity with what it is good for. */
    public record Line(Activity activity, List<Competency> competencies, Optional<String> notOffered) {}

    @GetMapping("/activities")
    @Allows(Permission.FIND_ACTIVITIES)
    String catalogue(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Curriculum curriculum = frameworks.curriculum();
        CatalogueFilter filter = new CatalogueFilter(q, kind, subject, where, state);
        List<Activity> all = activities.catalogue(viewer);
        model.addAttribute("filter", filter);
        model.addAttribute("total", all.size());
        model.addAttribute("kinds", kinds(all, filter, curriculum));
        List<Activity> fitting = all.stream()
                .filter(activity -> filter.keeps(activity, curriculum))
                .toList();
        int first = Math.max(0, Math.min(from, fitting.size() - 1));
        int end = Math.min(fitting.size(), first + AT_ONCE);
        model.addAttribute("fitting", fitting.size());
        model.addAttribute("from", first);
        model.addAttribute(
                "lines",
                fitting.subList(Math.max(0, first), end).stream()
                        .map(this::line)
                        .toList());
        model.addAttribute("subjects", curriculum.subjects());
        model.addAttribute("staff", viewer.isStaff());
        model.addAttribute("leads", viewer.seesWholeDistrict());
        return "portal/plan/activities";
    }

    /** How many of each kind there are among what is otherwise chosen. */
    private static Map<ActivityKind, Long> kinds(List<Activity> all, CatalogueFilter filter, Curriculum curriculum) {
        CatalogueFilter ofAnyKind =
                new CatalogueFilter(filter.q(), "", filter.subject(), filter.where(), filter.state());
        return all.stream()
                .filter(activity -> ofAnyKind.keeps(activity, curriculum))
                .collect(Collectors.groupingBy(
                        activity -> activity.described().kind(), TreeMap::new, Collectors.counting()));
    }

    private Line line(Activity activity) {
        return new Line(
                activity,
                frameworks.curriculum().all(activity.described().competencies()),
                activities.notOffered(activity));
    }

    @GetMapping("/activities/{activity}")
    @Allows(Permission.FIND_ACTIVITIES)
    String activity(@AuthenticationPrincipal Viewer viewer, @PathVariable ActivityId activity, Model model) {
        Activity found = find(viewer, activity);
        List<Person> students = choosesFor(viewer);
        List<GoalProgress> open = goals
                .of(students.stream().map(Person::student).toList())
                .stream()
                .filter(progress -> progress.state().open())
                .toList();
        model.addAttribute("line", line(found));
        model.addAttribute("effect", activities.effect(found));
        model.addAttribute("students", students);
        model.addAttribute("goals", open);
        model.addAttribute("staff", viewer.isStaff());
        model.addAttribute("own", viewer.is(Role.STUDENT));
        model.addAttribute("chooses", students.stream().allMatch(s -> plans.mayChoose(viewer, s.student())));
        model.addAttribute(
                "names",
                Names.of(
                        roster,
                        found.vetting().map(Activity.Vetting::by).stream().toList()));
        model.addAttribute("sent", UUID.randomUUID().toString());
        model.addAttribute(
                "tool", Optional.ofNullable(openings.of(List.of(activity)).get(activity)));
        return "portal/plan/activity";
    }

    /** Oneself, or one's own children. */
    private List<Person> choosesFor(Viewer viewer) {
        if (viewer.is(Role.STUDENT)) {
            return roster.person(viewer.person()).stream().toList();
        }
        return viewer.is(Role.FAMILY) ? roster.childrenOf(viewer.person()) : List.of();
    }

    @GetMapping("/activities/new")
    @Allows(Permission.FIND_ACTIVITIES)
    String write(
            @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> fields, Model model) {
        return shown(
                viewer, new ActivityForm(ActivityId.next(), true, frameworks.curriculum(), fields, List.of()), model);
    }

    @PostMapping("/activities")
    @Allows(Permission.FIND_ACTIVITIES)
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        ActivityForm form = new ActivityForm(sent(fields), true, frameworks.curriculum(), fields, List.of());
        List<String> problems = form.described()
                .map(described -> activities.add(viewer, form.id(), described))
                .orElse(UNREADABLE);
        return kept(viewer, form.with(problems), response, model, flash);
    }

    @GetMapping("/activities/{activity}/edit")
    @Allows(Permission.VET_ACTIVITIES)
    String edit(@AuthenticationPrincipal Viewer viewer, @PathVariable ActivityId activity, Model model) {
        access.requireStaff(viewer);
        return shown(viewer, ActivityForm.of(find(viewer, activity), frameworks.curriculum()), model);
    }

    @PostMapping("/activities/{activity}")
    @Allows(Permission.VET_ACTIVITIES)
    String change(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ActivityId activity,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.requireStaff(viewer);
        find(viewer, activity);
        ActivityForm form = new ActivityForm(activity, false, frameworks.curriculum(), fields, List.of());
        List<String> problems = form.described()
                .map(described -> activities.change(viewer, activity, described))
                .orElse(UNREADABLE);
        return kept(viewer, form.with(problems), response, model, flash);
    }

    @PostMapping("/activities/{activity}/vetting")
    @Allows(Permission.VET_ACTIVITIES)
    String vet(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ActivityId activity,
            @RequestParam(defaultValue = "") String fit,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        access.requireStaff(viewer);
        find(viewer, activity);
        Optional<String> problem = activities.vet(viewer, activity, fit.equals("yes"), words);
        flash.addFlashAttribute("notice", problem.orElse("Your word is noted, with your name and the day."));
        return "redirect:/activities/" + activity;
    }

    @PostMapping("/activities/{activity}/retirement")
    @Allows(Permission.VET_ACTIVITIES)
    String retire(@AuthenticationPrincipal Viewer viewer, @PathVariable ActivityId activity, RedirectAttributes flash) {
        access.requireStaff(viewer);
        find(viewer, activity);
        activities.retire(viewer, activity);
        flash.addFlashAttribute("notice", "It is out of the catalogue. It stays on the plans that it is on.");
        return "redirect:/activities";
    }

    private String kept(
            Viewer viewer, ActivityForm form, HttpServletResponse response, Model model, RedirectAttributes flash) {
        if (form.problems().isEmpty()) {
            flash.addFlashAttribute(
                    "notice",
                    viewer.isStaff()
                            ? "It is kept."
                            : "Thank you. Somebody of the school looks at it before others see it.");
            return "redirect:/activities/" + form.id();
        }
        response.setStatus(UNPROCESSABLE);
        return shown(viewer, form, model);
    }

    private static String shown(Viewer viewer, ActivityForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("staff", viewer.isStaff());
        return "portal/plan/activity-form";
    }

    private static ActivityId sent(MultiValueMap<String, String> fields) {
        return Fields.id(Fields.text(fields, "activity"), ActivityId::of).orElseGet(ActivityId::next);
    }

    private Activity find(Viewer viewer, ActivityId activity) {
        return activities
                .find(viewer, activity)
                .orElseThrow(
                        () -> new NotFound("This activity is not here, or not offered now. Look in the catalogue."));
    }
}
