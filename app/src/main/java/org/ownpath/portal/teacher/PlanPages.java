package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.ownpath.support.SupportKind;
import org.ownpath.support.Worked;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans of support: those of one's students, opening one, its sessions, closing it, and what kinds have helped. */
@Controller
public class PlanPages {

    private final Access access;
    private final Plans plans;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Pathway pathway;
    private final DesignChoices choices;
    private final Clock clock;

    PlanPages(
            Access access,
            Plans plans,
            Roster roster,
            Frameworks frameworks,
            Pathway pathway,
            DesignChoices choices,
            Clock clock) {
        this.access = access;
        this.plans = plans;
        this.roster = roster;
        this.frameworks = frameworks;
        this.pathway = pathway;
        this.choices = choices;
        this.clock = clock;
    }

    /** A plan in a list. */
    public record Line(Plan plan, Person student, String about, boolean due) {}

    @Allows(Permission.PLAN_SUPPORT)
    @GetMapping("/support")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        List<Line> lines = lines(plans.of(viewer));
        model.addAttribute(
                "open", lines.stream().filter(line -> line.plan().open()).toList());
        model.addAttribute(
                "closed", lines.stream().filter(line -> !line.plan().open()).toList());
        model.addAttribute("leads", viewer.seesWholeDistrict());
        return "portal/teacher/plans";
    }

    @Allows(Permission.PLAN_SUPPORT)
    @GetMapping("/support/outcomes")
    String outcomes(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        access.requireStaff(viewer);
        Worked.By apart = Arrays.stream(Worked.By.values())
                .filter(each -> each.code().equals(by))
                .findFirst()
                .orElse(Worked.By.KIND);
        Optional<SupportKind> only = SupportKind.ofCode(kind).filter(chosen -> apart != Worked.By.KIND);
        model.addAttribute("by", apart);
        model.addAttribute("kind", only);
        model.addAttribute("worked", plans.worked(apart, only));
        model.addAttribute("leads", viewer.seesWholeDistrict());
        return "portal/teacher/outcomes";
    }

    @Allows(Permission.PLAN_SUPPORT)
    @GetMapping("/support/new")
    String open(
            @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> fields, Model model) {
        Person student = student(viewer, fields);
        String subject = subject(fields);
        Set<CompetencyId> about = fields.getOrDefault("competency", List.of()).stream()
                .flatMap(text -> Fields.id(text, CompetencyId::of).stream())
                .limit(Plan.MOST_COMPETENCIES)
                .collect(Collectors.toSet());
        List<Competency> offered = offered(student, subject, about);
        PlanForm.Typed typed = PlanForm.start(about, offered, viewer, review(subject));
        model.addAttribute(
                "form",
                new PlanForm(
                        PlanId.next(),
                        student,
                        subject,
                        Fields.stripped(fields, "signal"),
                        offered,
                        owners(viewer, student),
                        typed,
                        List.of()));
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        return "portal/teacher/plan-new";
    }

    @Allows(Permission.PLAN_SUPPORT)
    @PostMapping("/support")
    String agree(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        PlanForm form = submitted(viewer, fields);
        List<String> problems = new ArrayList<>(form.unreadable());
        if (problems.isEmpty()) {
            Plans.Opening opening = plans.open(viewer, form.id(), form.student().student(), form.agreement());
            if (opening instanceof Plans.Opened opened) {
                flash.addFlashAttribute(
                        "notice", "The plan is open. " + form.student().givenName() + " and the family can read it.");
                return "redirect:/support/" + opened.plan();
            }
            problems.addAll(((Plans.Refused) opening).reasons());
        }
        response.setStatus(Outcomes.UNPROCESSABLE);
        model.addAttribute("form", form.with(problems));
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        return "portal/teacher/plan-new";
    }

    @Allows(Permission.PLAN_SUPPORT)
    @PostMapping("/support/{plan}/sessions")
    String hold(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PlanId plan,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        Plan found = find(viewer, plan);
        Optional<String> problem = SessionForm.read(fields)
                .map(session -> plans.hold(viewer, found, SessionForm.id(fields), session))
                .orElse(Optional.of("Give the day, the minutes and whether the student was there."));
        flash.addFlashAttribute("notice", problem.orElse("The session is kept."));
        return "redirect:/support/" + plan;
    }

    @Allows(Permission.PLAN_SUPPORT)
    @PostMapping("/support/{plan}/closing")
    String close(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        Plan found = find(viewer, plan);
        flash.addFlashAttribute("notice", plans.close(viewer, found, why).orElse("The plan is closed."));
        return "redirect:/support/" + plan;
    }

    private PlanForm submitted(Viewer viewer, MultiValueMap<String, String> fields) {
        Person student = student(viewer, fields);
        String subject = subject(fields);
        PlanForm.Typed typed = PlanForm.Typed.of(fields);
        Set<CompetencyId> about = typed.competencies().stream()
                .flatMap(text -> Fields.id(text, CompetencyId::of).stream())
                .collect(Collectors.toSet());
        return new PlanForm(
                Fields.id(Fields.stripped(fields, "plan"), PlanId::of).orElseGet(PlanId::next),
                student,
                subject,
                Fields.stripped(fields, "signal"),
                offered(student, subject, about),
                owners(viewer, student),
                typed,
                List.of());
    }

    private Plan find(Viewer viewer, PlanId plan) {
        access.requireStaff(viewer);
        return plans.find(viewer, plan)
                .orElseThrow(() -> new NotFound("This plan is not here. Look among the plans of your students."));
    }

    private Person student(Viewer viewer, MultiValueMap<String, String> fields) {
        access.requireStaff(viewer);
        StudentId id = Fields.id(Fields.stripped(fields, "student"), StudentId::of)
                .orElseThrow(() -> new NotFound("A plan is for a student. Open it from the student's path."));
        access.requireView(viewer, id);
        return roster.person(id.person()).orElseThrow(NotFound::student);
    }

    private String subject(MultiValueMap<String, String> fields) {
        List<String> subjects = frameworks.curriculum().subjects();
        String asked = Fields.stripped(fields, "subject");
        return subjects.contains(asked) ? asked : subjects.stream().findFirst().orElse("");
    }

    /** What the plan is asked to be about, then what is begun or ready in the subject. */
    private List<Competency> offered(Person student, String subject, Set<CompetencyId> about) {
        List<Competency> all = frameworks.curriculum().ofSubject(subject);
        Stream<Competency> asked = all.stream().filter(c -> about.contains(c.id()));
        Stream<Competency> next = pathway.of(student.student()).subjects().stream()
                .filter(path -> path.subject().equals(subject))
                .flatMap(path -> path.steps().stream())
                .filter(step -> step.begun() || step.ready())
                .map(SubjectPath.Step::competency);
        return Stream.concat(asked, next).distinct().toList();
    }

    private List<Person> owners(Viewer viewer, Person student) {
        Map<PersonId, Person> owners = new LinkedHashMap<>();
        roster.person(viewer.person()).ifPresent(own -> owners.put(own.id(), own));
        roster.teachersOf(student.student())
                .forEach(teaching -> owners.put(teaching.teacher().id(), teaching.teacher()));
        return List.copyOf(owners.values());
    }

    private List<Line> lines(List<Plan> all) {
        Map<PersonId, Person> people =
                roster.people(all.stream().map(plan -> plan.student().person()).toList());
        Curriculum curriculum = frameworks.curriculum();
        return all.stream()
                .flatMap(plan -> Optional.ofNullable(people.get(plan.student().person())).stream()
                        .map(student -> new Line(
                                plan,
                                student,
                                curriculum.all(plan.agreement().competencies()).stream()
                                        .map(Competency::title)
                                        .collect(Collectors.joining("; ")),
                                plan.due(today()))))
                .toList();
    }

    /** When the school looks whether support has helped, unless somebody chooses another day. */
    private LocalDate review(String subject) {
        Place place = Place.DISTRICT.subject(subject);
        return today().plusDays(choices.book().inForce(Settings.REVIEW_DAYS, place, clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Reads the form of a session. */
    private static final class SessionForm {

        static UUID id(MultiValueMap<String, String> fields) {
            return Fields.id(Fields.stripped(fields, "session"), UUID::fromString)
                    .orElseGet(UUID::randomUUID);
        }

        static Optional<Plan.Session> read(MultiValueMap<String, String> fields) {
            try {
                return Optional.of(new Plan.Session(
                        LocalDate.parse(Fields.stripped(fields, "day")),
                        Integer.parseInt(Fields.stripped(fields, "minutes")),
                        Plan.Attendance.valueOf(
                                Fields.stripped(fields, "attendance").toUpperCase(java.util.Locale.ROOT)),
                        Fields.stripped(fields, "note")));
            } catch (java.time.DateTimeException | IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
    }
}
