package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Reply;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.SchoolYear;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.student.SchoolWays;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student's portfolio across years and subjects, shared with the family and the school; the student's to change. */
@Controller
class PortfolioPages {

    private final Access access;
    private final Portfolios portfolios;
    private final Artifacts artifacts;
    private final Roster roster;
    private final Frameworks frameworks;
    private final KeptPieces kept;
    private final SchoolWays ways;

    PortfolioPages(
            Access access,
            Portfolios portfolios,
            Artifacts artifacts,
            Roster roster,
            Frameworks frameworks,
            KeptPieces kept,
            SchoolWays ways) {
        this.access = access;
        this.portfolios = portfolios;
        this.artifacts = artifacts;
        this.roster = roster;
        this.frameworks = frameworks;
        this.kept = kept;
        this.ways = ways;
    }

    @Allows(Permission.SEE_OWN_PATH)
    @GetMapping("/portfolio")
    String mine(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String subject,
            AsOf asOf,
            Model model) {
        access.require(viewer, Role.STUDENT);
        return portfolio(viewer, StudentId.of(viewer.person()), subject, asOf, model);
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/portfolio")
    String theirs(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String subject,
            AsOf asOf,
            Model model) {
        return portfolio(viewer, student, subject, asOf, model);
    }

    private String portfolio(Viewer viewer, StudentId student, String subject, AsOf asOf, Model model) {
        List<Kept> all = kept.of(portfolios.of(viewer, student, asOf), student, asOf);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        SchoolYear year = ways.to(student, asOf).year();
        Map<String, List<Kept>> years = all.stream()
                .filter(k -> subject.isEmpty() || k.subjects().contains(subject))
                .collect(Collectors.groupingBy(
                        k -> year.name(k.piece().madeOn()), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("person", person);
        model.addAttribute("own", own(viewer, student));
        model.addAttribute("years", years);
        model.addAttribute("subject", subject);
        model.addAttribute("empty", all.isEmpty());
        model.addAttribute(
                "subjects",
                frameworks.curriculum(asOf).subjects().stream()
                        .filter(s -> all.stream().anyMatch(k -> k.subjects().contains(s)))
                        .toList());
        return "portal/assessment/portfolio";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/portfolio/{kept}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID kept, Model model) {
        return piece(viewer, found(viewer, kept), List.of(), model);
    }

    @Allows(Permission.KEEP_A_PORTFOLIO)
    @PostMapping("/portfolio/{kept}/reflection")
    String reflect(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID kept,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        PortfolioPiece piece = found(viewer, kept);
        Map<CompetencyId, Double> ratings =
                PortfolioForm.ratings(fields, frameworks.curriculum().all(piece.competencies()));
        Reply reply = portfolios.reflect(viewer, kept, Fields.text(fields, "reflection"), ratings);
        if (reply instanceof Reply.Refused refused) {
            response.setStatus(422);
            return piece(viewer, piece, refused.reasons(), model);
        }
        flash.addFlashAttribute("notice", "Kept.");
        return "redirect:/portfolio/" + kept;
    }

    @Allows(Permission.KEEP_A_PORTFOLIO)
    @PostMapping("/portfolio/{kept}/removal")
    String remove(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID kept, RedirectAttributes flash) {
        found(viewer, kept);
        portfolios.remove(viewer, kept);
        flash.addFlashAttribute("notice", "It is out of your portfolio.");
        return "redirect:/portfolio";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/portfolio/{kept}/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal Viewer viewer, @PathVariable UUID kept, @PathVariable String hash) {
        PortfolioPiece piece = found(viewer, kept);
        return Files.handOut(artifacts, piece.artifacts(), hash);
    }

    private PortfolioPiece found(Viewer viewer, UUID kept) {
        return portfolios
                .find(viewer, kept)
                .orElseThrow(() -> new NotFound("This piece is not here, or not of a student of yours."));
    }

    private String piece(Viewer viewer, PortfolioPiece piece, List<String> problems, Model model) {
        Person person = roster.person(piece.student().person()).orElseThrow(NotFound::student);
        model.addAttribute("person", person);
        model.addAttribute("kept", kept.of(List.of(piece)).get(0));
        model.addAttribute("own", own(viewer, piece.student()));
        model.addAttribute("problems", problems);
        return "portal/assessment/portfolio-piece";
    }

    private static boolean own(Viewer viewer, StudentId student) {
        return viewer.is(Role.STUDENT) && StudentId.of(viewer.person()).equals(student);
    }
}
