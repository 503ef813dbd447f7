package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Exemplars;
import org.ownpath.assessment.Offer;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.When;
import org.ownpath.assessment.items.Tests;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student's own demonstrations, and asking for another: for the first time, or for what was not enough yet. */
@Controller
class AskPages {

    private static final int READY_AT_ONCE = 9;

    private final Access access;
    private final Demonstrations demonstrations;
    private final Requests requests;
    private final Tasks tasks;
    private final Exemplars exemplars;
    private final Portfolios portfolios;
    private final Lines lines;
    private final Frameworks frameworks;
    private final Pathway pathway;
    private final Unmet unmet;
    private final Readiness readiness;
    private final Tests tests;
    private final Retries retries;
    private final OpenTimes times;
    private final Artifacts artifacts;

    AskPages(
            Access access,
            Demonstrations demonstrations,
            Requests requests,
            Tasks tasks,
            Exemplars exemplars,
            Portfolios portfolios,
            Lines lines,
            Frameworks frameworks,
            Pathway pathway,
            Unmet unmet,
            Readiness readiness,
            Tests tests,
            Retries retries,
            OpenTimes times,
            Artifacts artifacts) {
        this.access = access;
        this.demonstrations = demonstrations;
        this.requests = requests;
        this.tasks = tasks;
        this.exemplars = exemplars;
        this.portfolios = portfolios;
        this.lines = lines;
        this.frameworks = frameworks;
        this.pathway = pathway;
        this.unmet = unmet;
        this.readiness = readiness;
        this.tests = tests;
        this.retries = retries;
        this.times = times;
        this.artifacts = artifacts;
    }

    /** What a request is about. */
    private record About(Competency first, List<Competency> all, Optional<Demonstration> before) {}

    @Allows(Permission.ASK_TO_SHOW)
    @GetMapping("/show")
    String mine(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        List<Line> all = lines.of(demonstrations.ofStudent(viewer, student));
        model.addAttribute(
                "open",
                all.stream().filter(l -> l.demonstration().stage().open()).toList());
        model.addAttribute(
                "past",
                all.stream().filter(l -> !l.demonstration().stage().open()).toList());
        model.addAttribute("retries", retries.of(viewer, student));
        model.addAttribute(
                "ready",
                pathway.of(student).subjects().stream()
                        .flatMap(subject -> subject.ready().stream().limit(2))
                        .map(SubjectPath.Step::competency)
                        .filter(c -> all.stream()
                                .noneMatch(l -> l.demonstration().stage().open()
                                        && l.competencies().contains(c)))
                        .limit(READY_AT_ONCE)
                        .toList());
        return "portal/assessment/mine";
    }

    @Allows(Permission.ASK_TO_SHOW)
    @GetMapping("/show/{competency}")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable CompetencyId competency,
            @RequestParam Optional<DemonstrationId> retry,
            @RequestParam Optional<UUID> piece,
            @RequestParam Optional<TaskId> task,
            Model model) {
        access.require(viewer, Role.STUDENT);
        About about = about(viewer, competency, retry);
        Optional<Demonstration> open = demonstrations.ofStudent(viewer, StudentId.of(viewer.person())).stream()
                .filter(d -> d.stage().open() && d.competencies().contains(competency))
                .findFirst();
        if (open.isPresent()) {
            return "redirect:/demonstrations/" + open.get().id();
        }
        String usual = assessors(viewer, about.first()).stream()
                .findFirst()
                .map(teaching -> teaching.teacher().id().toString())
                .orElse("");
        AskForm form = piece.flatMap(id -> portfolios.find(viewer, id))
                .map(kept -> AskForm.nominating(kept, usual))
                .or(() -> task.map(id -> AskForm.doing(id, usual)))
                .orElseGet(() -> AskForm.open(usual));
        return page(viewer, about, form, List.of(), model);
    }

    @Allows(Permission.ASK_TO_SHOW)
    @PostMapping("/show/{competency}")
    String ask(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable CompetencyId competency,
            @RequestParam Optional<DemonstrationId> retry,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.STUDENT);
        About about = about(viewer, competency, retry);
        AskForm form = AskForm.of(fields);
        List<String> problems = new ArrayList<>();
        Optional<Request> request = form.request(about.all(), about.before().map(Demonstration::id), problems);
        problems.addAll(readiness
                .of(viewer, about.first(), offer(viewer, about))
                .problems(about.first().title(), form.note()));
        if (request.isPresent() && problems.isEmpty()) {
            Reply reply = requests.ask(viewer, request.get());
            problems.addAll(reply.reasons());
            if (problems.isEmpty()) {
                flash.addFlashAttribute("notice", sent(request.get().when()));
                return "redirect:/demonstrations/" + request.get().id();
            }
        }
        response.setStatus(422);
        return page(viewer, about, form, problems, model);
    }

    private static String sent(When when) {
        if (when instanceof When.AtOnce) {
            return "You can begin. Your teacher sees that it is under way.";
        }
        return when.booked().isPresent()
                ? "The time is yours. Your teacher can see it."
                : "Your teacher has your request.";
    }

    private About about(Viewer viewer, CompetencyId competency, Optional<DemonstrationId> retry) {
        Optional<Demonstration> before = retry.flatMap(id -> demonstrations.find(viewer, id))
                .filter(d -> d.student().equals(StudentId.of(viewer.person())));
        List<Competency> all = before.map(unmet::of).orElse(List.of());
        Competency first = frameworks
                .curriculum()
                .competency(competency)
                .orElseThrow(() -> new NotFound("This competency is in no framework here. Look on your path."));
        return all.contains(first) ? new About(first, all, before) : new About(first, List.of(first), Optional.empty());
    }

    private String page(Viewer viewer, About about, AskForm form, List<String> problems, Model model) {
        StudentId student = StudentId.of(viewer.person());
        List<CompetencyId> ids = about.all().stream().map(Competency::id).toList();
        model.addAttribute("competency", about.first());
        model.addAttribute("competencies", about.all());
        model.addAttribute("retry", about.before().map(d -> d.id().toString()).orElse(""));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        Offer offer = offer(viewer, about);
        model.addAttribute("ways", offer.ways());
        model.addAttribute("atOnce", offer.atOnce());
        model.addAttribute("gate", readiness.of(viewer, about.first(), offer));
        model.addAttribute("test", tests.offered(student, about.first().id()));
        model.addAttribute(
                "testOpens", tests.again(viewer, student, about.first().id()));
        List<Task> offered = offered(about);
        model.addAttribute("tasks", offered);
        model.addAttribute(
                "files",
                offered.stream()
                        .collect(Collectors.toMap(
                                Task::id, task -> artifacts.of(task.content().files()))));
        model.addAttribute(
                "exemplars",
                offered.stream()
                        .collect(Collectors.toMap(
                                Task::id,
                                task -> exemplars.of(task.id()).stream()
                                        .filter(Exemplars.Exemplar::forStudents)
                                        .toList())));
        List<Teaching> assessors = assessors(viewer, about.first());
        model.addAttribute("assessors", assessors);
        model.addAttribute("offered", Offered.of(assessors, times.free(people(assessors))));
        model.addAttribute("practice", requests.practice(student, ids));
        model.addAttribute("opens", requests.opensAgain(student, ids));
        return "portal/assessment/ask";
    }

    /** The tasks for it; at another try, versions that were not shown yet come first. */
    private List<Task> offered(About about) {
        return Stream.concat(
                        about.before().stream().flatMap(d -> requests.otherVersions(d).stream()),
                        tasks.offered(about.first().id()).stream())
                .distinct()
                .toList();
    }

    private List<Teaching> assessors(Viewer viewer, Competency competency) {
        return requests.assessors(StudentId.of(viewer.person()), competency);
    }

    private Offer offer(Viewer viewer, About about) {
        return requests.offer(StudentId.of(viewer.person()), about.first());
    }

    private static List<PersonId> people(List<Teaching> assessors) {
        return assessors.stream().map(teaching -> teaching.teacher().id()).toList();
    }
}
