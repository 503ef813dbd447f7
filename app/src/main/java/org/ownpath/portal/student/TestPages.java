package org.ownpath.portal.student;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Attempt;
import org.ownpath.assessment.items.Finding;
import org.ownpath.assessment.items.Kept;
import org.ownpath.assessment.items.Report;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.Tests;
import org.ownpath.assessment.items.Turn;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Explained;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.pathway.Pathway;
import org.ownpath.portal.Dates;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking tests: which there are, one question a page, and what came of it. */
@Controller
public class TestPages {

    private static final String FIELD = "a.";
    private static final int SUGGESTED = 6;

    private final Tests tests;
    private final Access access;
    private final Frameworks frameworks;
    private final Pathway pathway;
    private final Roster roster;
    private final Mastery mastery;

    TestPages(Tests tests, Access access, Frameworks frameworks, Pathway pathway, Roster roster, Mastery mastery) {
        this.tests = tests;
        this.access = access;
        this.frameworks = frameworks;
        this.pathway = pathway;
        this.roster = roster;
        this.mastery = mastery;
    }

    /**
     * What a try shows of one competency, and how that stands now.
     *
     * @param before what comes before it and is not mastered
     * @param good what work at the level of mastery looks like; empty when the framework does not say
     */
    public record Shown(
            Competency competency,
            Finding finding,
            Explained explained,
            String state,
            List<Competency> before,
            Optional<String> good) {}

    @Allows(Permission.TAKE_TESTS)
    @GetMapping("/tests")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        Set<CompetencyId> open = tests.open();
        model.addAttribute("waiting", tests.waiting(viewer));
        model.addAttribute("tries", tests.of(viewer, student));
        model.addAttribute(
                "ready",
                pathway.of(student).subjects().stream()
                        .flatMap(subject -> subject.ready().stream())
                        .map(step -> step.competency())
                        .filter(competency -> open.contains(competency.id()))
                        .limit(SUGGESTED)
                        .toList());
        return "portal/student/tests";
    }

    @Allows(Permission.TAKE_TESTS)
    @PostMapping("/tests/attempts")
    String begin(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Optional<CompetencyId> competency,
            @RequestParam Optional<OfferId> offer,
            RedirectAttributes flash) {
        Start start = offer.map(id -> tests.take(viewer, id))
                .or(() -> competency.map(id -> tests.start(viewer, id)))
                .orElseGet(() -> new Start.Refused("Choose a test first."));
        if (start instanceof Start.Begun begun) {
            return "redirect:/attempts/" + begun.attempt();
        }
        flash.addFlashAttribute(
                "notice",
                start instanceof Start.TooSoon soon
                        ? "You can try this again from " + Dates.words(soon.again()) + " on. Use the time to practise."
                        : ((Start.Refused) start).reason());
        return "redirect:/tests";
    }

    @Allows(Permission.TAKE_TESTS)
    @GetMapping("/attempts/{attempt}")
    String question(@AuthenticationPrincipal Viewer viewer, @PathVariable AttemptId attempt, Model model) {
        return page(viewer, attempt, "", model);
    }

    private String page(Viewer viewer, AttemptId attempt, String error, Model model) {
        Optional<Turn> turn = tests.turn(viewer, attempt);
        if (turn.isEmpty()) {
            return "redirect:/attempts/" + attempt + "/report";
        }
        model.addAttribute("turn", turn.get());
        model.addAttribute("error", error);
        return "portal/student/question";
    }

    @Allows(Permission.TAKE_TESTS)
    @PostMapping("/attempts/{attempt}/answers")
    String answer(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable AttemptId attempt,
            @RequestParam ItemId item,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Kept kept = tests.answer(viewer, attempt, new Tests.Given(item, read(fields)), fields.containsKey("skip"));
        if (kept instanceof Kept.Blank) {
            response.setStatus(422);
            return page(viewer, attempt, "Nothing is chosen or typed yet. Answer, or press 'I do not know'.", model);
        }
        return "redirect:/attempts/" + attempt;
    }

    private static Answer read(MultiValueMap<String, String> fields) {
        return new Answer(fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(FIELD))
                .collect(Collectors.toMap(field -> field.getKey().substring(FIELD.length()), Map.Entry::getValue)));
    }

    @Allows(Permission.TAKE_TESTS)
    @PostMapping("/attempts/{attempt}/end")
    String stop(@AuthenticationPrincipal Viewer viewer, @PathVariable AttemptId attempt) {
        tests.stop(viewer, attempt);
        return "redirect:/attempts/" + attempt + "/report";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/attempts/{attempt}/report")
    String report(@AuthenticationPrincipal Viewer viewer, @PathVariable AttemptId attempt, Model model) {
        Optional<Report> report = tests.report(viewer, attempt);
        if (report.isEmpty()) {
            return "redirect:/attempts/" + attempt;
        }
        StudentId student = report.get().attempt().student();
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        Curriculum curriculum = frameworks.curriculum();
        model.addAttribute("report", report.get());
        model.addAttribute("again", again(viewer, report.get().attempt()));
        model.addAttribute("person", person);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute(
                "shown",
                report.get().findings().stream()
                        .flatMap(finding -> curriculum.competency(finding.competency()).stream()
                                .map(competency -> shown(student, competency, finding)))
                        .toList());
        return "portal/student/report";
    }

    /** When another try of the student's own opens; empty when it is open. */
    private Optional<Instant> again(Viewer viewer, Attempt attempt) {
        return tests.again(
                viewer, attempt.student(), attempt.test().competencies().get(0));
    }

    private Shown shown(StudentId student, Competency competency, Finding finding) {
        Curriculum curriculum = frameworks.curriculum();
        Explained explained = mastery.explain(student, competency);
        List<CompetencyId> first = List.copyOf(curriculum.graph().prerequisites(competency.id()));
        Set<CompetencyId> mastered = mastery.of(List.of(student), first).stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toSet());
        return new Shown(
                competency,
                finding,
                explained,
                StateCode.of(explained.judgement().state()),
                curriculum.all(first).stream()
                        .filter(before -> !mastered.contains(before.id()))
                        .toList(),
                good(curriculum.scaleOf(competency), competency.descriptions()));
    }

    private static Optional<String> good(Scale scale, List<String> descriptions) {
        return IntStream.range(0, Math.min(scale.levels().size(), descriptions.size()))
                .filter(level -> scale.levels().get(level).value() >= scale.mastery())
                .mapToObj(descriptions::get)
                .findFirst();
    }
}
