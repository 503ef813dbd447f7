package org.ownpath.portal.leader;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Adoption;
import org.ownpath.credential.Graduation;
import org.ownpath.credential.GraduationPlan;
import org.ownpath.credential.GraduationPlans;
import org.ownpath.credential.GraduationProgress;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What graduating takes here, who is closest, and writing another plan with its effect shown before it holds. */
@Controller
public class GraduationPlanPages {

    private static final int CLOSEST = 12;

    private final Access access;
    private final Roster roster;
    private final GraduationPlans plans;
    private final Graduation graduation;
    private final Frameworks frameworks;
    private final Clock clock;

    GraduationPlanPages(
            Access access,
            Roster roster,
            GraduationPlans plans,
            Graduation graduation,
            Frameworks frameworks,
            Clock clock) {
        this.access = access;
        this.roster = roster;
        this.plans = plans;
        this.graduation = graduation;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** A student and how far they are. */
    public record Going(Person student, GraduationProgress progress) {}

    /** How many students meet one requirement of a plan that is being written. */
    public record Effect(String title, String sentence, long students) {}

    /** How many of all students can graduate under the plan in force and under the one being written. */
    public record Preview(int students, long now, long then, List<Effect> effects) {}

    @Allows(Permission.SET_GRADUATION)
    @GetMapping("/graduation")
    String graduation(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Optional<GraduationPlan> plan = plans.inForce();
        model.addAttribute("plan", plan);
        model.addAttribute("plans", plans.book().plans());
        model.addAttribute("today", today());
        model.addAttribute("closest", plan.map(this::closest).orElse(List.of()));
        return "portal/leader/graduation";
    }

    @Allows(Permission.SET_GRADUATION)
    @GetMapping("/graduation/plan")
    String write(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return form(PlanForm.startingFrom(plans.inForce(), today()), List.of(), Optional.empty(), model);
    }

    @Allows(Permission.SET_GRADUATION)
    @PostMapping("/graduation/plan")
    String adopt(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        PlanForm typed = PlanForm.sent(fields);
        Optional<GraduationPlan> read = typed.read();
        if (read.isEmpty()) {
            String problem = "'" + typed.from() + "' is no day. Write it as year-month-day, such as " + today() + ".";
            return form(typed, List.of(problem), Optional.empty(), model);
        }
        if (!fields.containsKey("adopt")) {
            List<String> problems = plans.problems(read.get()).stream()
                    .filter(problem -> !problem.startsWith("The reason"))
                    .toList();
            Optional<Preview> preview = problems.isEmpty() ? Optional.of(preview(read.get())) : Optional.empty();
            return form(typed, problems, preview, model);
        }
        if (plans.adopt(viewer, read.get()) instanceof Adoption.Refused refused) {
            return form(typed, refused.problems(), Optional.empty(), model);
        }
        flash.addFlashAttribute("notice", "'" + read.get().title() + "' is adopted. Nothing that was shown is lost.");
        return "redirect:/graduation";
    }

    private String form(PlanForm typed, List<String> problems, Optional<Preview> preview, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("preview", preview);
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        model.addAttribute("depths", List.of(Depth.APPLY, Depth.CREATE));
        model.addAttribute("forms", List.of(Form.PERFORMANCE_TASK, Form.PROJECT, Form.PORTFOLIO, Form.TEST));
        return "portal/leader/graduation-plan";
    }

    private List<Going> closest(GraduationPlan plan) {
        Map<StudentId, Person> students =
                roster.students().stream().collect(Collectors.toMap(Person::student, student -> student));
        return graduation.of(students.keySet(), plan).entrySet().stream()
                .map(each -> new Going(Objects.requireNonNull(students.get(each.getKey())), each.getValue()))
                .sorted(Comparator.comparing((Going going) -> going.progress().counted())
                        .reversed()
                        .thenComparing(Going::student, Person.BY_NAME))
                .limit(CLOSEST)
                .toList();
    }

    private Preview preview(GraduationPlan draft) {
        List<Person> students = roster.students();
        Map<StudentId, GraduationProgress> then = of(students, draft);
        long now = plans.inForce().map(plan -> complete(of(students, plan))).orElse(0L);
        List<Effect> effects = IntStream.range(0, draft.requirements().size())
                .mapToObj(i -> new Effect(
                        draft.requirements().get(i).title(),
                        draft.requirements().get(i).sentence(),
                        then.values().stream()
                                .filter(each -> each.parts().get(i).met())
                                .count()))
                .toList();
        return new Preview(students.size(), now, complete(then), effects);
    }

    private Map<StudentId, GraduationProgress> of(List<Person> students, GraduationPlan plan) {
        return graduation.of(students.stream().map(Person::student).toList(), plan);
    }

    private static long complete(Map<StudentId, GraduationProgress> progress) {
        return progress.values().stream().filter(GraduationProgress::complete).count();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
