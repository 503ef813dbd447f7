package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Portfolios;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.portal.Fields;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student keeps a piece: something new, or what was shown in a demonstration. */
@Controller
class KeepPages {

    private final Access access;
    private final Portfolios portfolios;
    private final Demonstrations demonstrations;
    private final Attachments attachments;
    private final Artifacts artifacts;
    private final Frameworks frameworks;
    private final Pathway pathway;
    private final Clock clock;

    KeepPages(
            Access access,
            Portfolios portfolios,
            Demonstrations demonstrations,
            Attachments attachments,
            Artifacts artifacts,
            Frameworks frameworks,
            Pathway pathway,
            Clock clock) {
        this.access = access;
        this.portfolios = portfolios;
        this.demonstrations = demonstrations;
        this.attachments = attachments;
        this.artifacts = artifacts;
        this.frameworks = frameworks;
        this.pathway = pathway;
        this.clock = clock;
    }

    /** A blank piece, or one made of what was shown in a demonstration. */
    @Allows(Permission.KEEP_A_PORTFOLIO)
    @GetMapping("/portfolio/new")
    String open(@AuthenticationPrincipal Viewer viewer, @RequestParam Optional<DemonstrationId> from, Model model) {
        access.require(viewer, Role.STUDENT);
        String today = LocalDate.now(clock).toString();
        String id = TimeOrdered.next().toString();
        PortfolioForm form = from.flatMap(d -> demonstrations.find(viewer, d))
                .filter(d -> d.student().equals(StudentId.of(viewer.person())))
                .map(d -> made(id, today, d))
                .orElseGet(() -> new PortfolioForm(id, today, "", "", "", "", List.of(), List.of()));
        return form(viewer, form, List.of(), model);
    }

    private PortfolioForm made(String id, String today, Demonstration demonstration) {
        Optional<Demonstration.Work> work = demonstrations.work(demonstration);
        return new PortfolioForm(
                id,
                work.map(w -> SchoolTime.day(w.at()).toString()).orElse(today),
                demonstration.title(),
                work.map(Demonstration.Work::body).orElse(""),
                work.map(Demonstration.Work::link).orElse(""),
                "",
                frameworks.curriculum().all(demonstration.competencies()),
                work.map(w -> artifacts.of(w.artifacts())).orElse(List.of()));
    }

    @Allows(Permission.KEEP_A_PORTFOLIO)
    @PostMapping("/portfolio")
    String keep(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        PortfolioForm typed = PortfolioForm.of(fields, frameworks.curriculum());
        UUID number = Fields.id(typed.id(), UUID::fromString).orElseGet(TimeOrdered::next);
        Attachments.Taken taken = attachments.take(
                viewer, Attachments.Sent.of(new PieceId(number), files, fields, handedIn(viewer, student)), session);
        PortfolioForm form = typed.with(taken.files());
        List<String> problems = new ArrayList<>(taken.problems());
        form.piece(student, problems)
                .ifPresent(
                        piece -> problems.addAll(portfolios.keep(viewer, piece).reasons()));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(viewer, form, problems, model);
        }
        flash.addFlashAttribute("notice", "It is in your portfolio. Say what you think of it.");
        return "redirect:/portfolio/" + number;
    }

    /** The files that the student has handed in before: those can be kept too. */
    private Set<String> handedIn(Viewer viewer, StudentId student) {
        return demonstrations.ofStudent(viewer, student).stream()
                .flatMap(d -> demonstrations.work(d).stream())
                .flatMap(work -> work.artifacts().stream())
                .collect(Collectors.toSet());
    }

    private String form(Viewer viewer, PortfolioForm form, List<String> problems, Model model) {
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        for (SubjectPath subject : pathway.of(StudentId.of(viewer.person())).subjects()) {
            bySubject.put(
                    subject.subject(),
                    subject.steps().stream()
                            .filter(step -> step.standing().isPresent()
                                    || step.ready()
                                    || form.competencies().contains(step.competency()))
                            .map(SubjectPath.Step::competency)
                            .toList());
        }
        model.addAttribute("form", form);
        model.addAttribute("bySubject", bySubject);
        model.addAttribute("problems", problems);
        return "portal/assessment/portfolio-form";
    }
}
