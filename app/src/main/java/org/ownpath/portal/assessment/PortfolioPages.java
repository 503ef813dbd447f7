package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Reply;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.student.StateCode;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student's portfolio across years and subjects, shared with the family and the school; the student's to change. */
@Controller
public class PortfolioPages {

    private final Access access;
    private final Portfolios portfolios;
    private final Demonstrations demonstrations;
    private final Attachments attachments;
    private final Artifacts artifacts;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Pathway pathway;
    private final Mastery mastery;
    private final Clock clock;

    PortfolioPages(
            Access access,
            Portfolios portfolios,
            Demonstrations demonstrations,
            Attachments attachments,
            Artifacts artifacts,
            Roster roster,
            Frameworks frameworks,
            Pathway pathway,
            Mastery mastery,
            Clock clock) {
        this.access = access;
        this.portfolios = portfolios;
        this.demonstrations = demonstrations;
        this.attachments = attachments;
        this.artifacts = artifacts;
        this.roster = roster;
        this.frameworks = frameworks;
        this.pathway = pathway;
        this.mastery = mastery;
        this.clock = clock;
    }

    /** A piece with what a person reads of it. */
    public record Kept(PortfolioPiece piece, List<Shows> shows, List<Artifacts.Artifact> files) {

        /** The subjects that it shows something in. */
        public Set<String> subjects() {
            return shows.stream().map(s -> s.competency().subject()).collect(Collectors.toSet());
        }
    }

    /**
     * What a piece shows, as the student sees it and as it stands.
     *
     * @param self in words; empty while the student has not said
     * @param state the code of how it stands by the school's rule
     */
    public record Shows(Competency competency, Scale scale, Optional<Double> rating, String self, String state) {}

    @GetMapping("/portfolio")
    String mine(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String subject, Model model) {
        access.require(viewer, Role.STUDENT);
        return portfolio(viewer, StudentId.of(viewer.person()), subject, model);
    }

    @GetMapping("/students/{student}/portfolio")
    String theirs(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        return portfolio(viewer, student, subject, model);
    }

    private String portfolio(Viewer viewer, StudentId student, String subject, Model model) {
        List<Kept> all = kept(portfolios.of(viewer, student));
        Person person = roster.person(student.person())
                .orElseThrow(() -> new NotFound("This student is not on the roster. Look among your students."));
        Map<String, List<Kept>> years = all.stream()
                .filter(kept -> subject.isEmpty() || kept.subjects().contains(subject))
                .collect(Collectors.groupingBy(k -> k.piece().schoolYear(), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("person", person);
        model.addAttribute("own", own(viewer, student));
        model.addAttribute("years", years);
        model.addAttribute("subject", subject);
        model.addAttribute("empty", all.isEmpty());
        model.addAttribute(
                "subjects",
                frameworks.curriculum().subjects().stream()
                        .filter(s ->
                                all.stream().anyMatch(kept -> kept.subjects().contains(s)))
                        .toList());
        return "portal/assessment/portfolio";
    }

    /** A blank piece, or one made of what was shown in a demonstration. */
    @GetMapping("/portfolio/new")
    String open(@AuthenticationPrincipal Viewer viewer, @RequestParam Optional<DemonstrationId> from, Model model) {
        access.require(viewer, Role.STUDENT);
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
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
                work.map(w -> LocalDate.ofInstant(w.at(), ZoneOffset.UTC).toString())
                        .orElse(today),
                demonstration.title(),
                work.map(Demonstration.Work::body).orElse(""),
                work.map(Demonstration.Work::link).orElse(""),
                "",
                frameworks.curriculum().all(demonstration.competencies()),
                work.map(w -> artifacts.of(w.artifacts())).orElse(List.of()));
    }

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
        UUID number = AskForm.read(typed.id(), UUID::fromString).orElseGet(TimeOrdered::next);
        Attachments.Taken taken = attachments.take(
                viewer,
                new Attachments.Sent(
                        new PieceId(number),
                        files == null ? List.of() : files,
                        fields.getOrDefault("artifact", List.of()),
                        handedIn(viewer, student)),
                session);
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

    @GetMapping("/portfolio/{item}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID item, Model model) {
        return piece(viewer, found(viewer, item), List.of(), model);
    }

    @PostMapping("/portfolio/{item}/reflection")
    String reflect(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        PortfolioPiece piece = found(viewer, item);
        Map<CompetencyId, Double> ratings =
                PortfolioForm.ratings(fields, frameworks.curriculum().all(piece.competencies()));
        Reply reply = portfolios.reflect(viewer, item, AskForm.text(fields, "reflection"), ratings);
        if (reply instanceof Reply.Refused refused) {
            response.setStatus(422);
            return piece(viewer, piece, refused.reasons(), model);
        }
        flash.addFlashAttribute("notice", "Kept.");
        return "redirect:/portfolio/" + item;
    }

    @PostMapping("/portfolio/{item}/removal")
    String remove(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID item, RedirectAttributes flash) {
        found(viewer, item);
        portfolios.remove(viewer, item);
        flash.addFlashAttribute("notice", "It is out of your portfolio.");
        return "redirect:/portfolio";
    }

    @GetMapping("/portfolio/{item}/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal Viewer viewer, @PathVariable UUID item, @PathVariable String hash) {
        PortfolioPiece piece = found(viewer, item);
        return Files.handOut(artifacts, piece.artifacts(), hash);
    }

    private PortfolioPiece found(Viewer viewer, UUID item) {
        return portfolios
                .find(viewer, item)
                .orElseThrow(() -> new NotFound("This piece is not here, or not of a student of yours."));
    }

    private String piece(Viewer viewer, PortfolioPiece piece, List<String> problems, Model model) {
        Person person = roster.person(piece.student().person())
                .orElseThrow(() -> new NotFound("This student is not on the roster. Look among your students."));
        model.addAttribute("person", person);
        model.addAttribute("kept", kept(List.of(piece)).get(0));
        model.addAttribute("own", own(viewer, piece.student()));
        model.addAttribute("problems", problems);
        return "portal/assessment/portfolio-piece";
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

    private List<Kept> kept(List<PortfolioPiece> pieces) {
        Curriculum curriculum = frameworks.curriculum();
        Set<CompetencyId> competencies =
                pieces.stream().flatMap(p -> p.competencies().stream()).collect(Collectors.toSet());
        Set<StudentId> students = pieces.stream().map(PortfolioPiece::student).collect(Collectors.toSet());
        Map<CompetencyId, String> states = mastery.of(students, competencies).stream()
                .collect(Collectors.toMap(Standing::competency, s -> StateCode.of(s.state())));
        return pieces.stream()
                .map(piece -> new Kept(
                        piece,
                        curriculum.all(piece.competencies()).stream()
                                .map(c -> shows(piece, c, curriculum.scaleOf(c), states.getOrDefault(c.id(), "none")))
                                .toList(),
                        artifacts.of(piece.artifacts())))
                .toList();
    }

    private static Shows shows(PortfolioPiece piece, Competency competency, Scale scale, String state) {
        Optional<Double> rating = Optional.ofNullable(piece.selfRatings().get(competency.id()));
        String words = rating.flatMap(r -> scale.levels().stream()
                        .filter(level -> level.value() == r)
                        .findFirst())
                .map(level -> level.symbol() + " " + level.name())
                .orElse("");
        return new Shows(competency, scale, rating, words, state);
    }

    private static boolean own(Viewer viewer, StudentId student) {
        return viewer.is(Role.STUDENT) && StudentId.of(viewer.person()).equals(student);
    }
}
