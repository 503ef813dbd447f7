package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Ledger;
import org.ownpath.portal.Fields;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One piece of evidence as it was recorded, and taking it back, for all its students or for some. */
@Controller
class PiecePages {

    private final Pieces pieces;
    private final Ledger ledger;

    PiecePages(Pieces pieces, Ledger ledger) {
        this.pieces = pieces;
        this.ledger = ledger;
    }

    @Allows(Permission.CORRECT_EVIDENCE)
    @GetMapping("/pieces/{piece}")
    String piece(@AuthenticationPrincipal Viewer viewer, @PathVariable PieceId piece, Model model) {
        PieceView view = pieces.view(viewer, piece);
        Set<StudentId> everyone = new HashSet<>();
        view.withdrawable().forEach(person -> everyone.add(person.student()));
        return show(view, "", everyone, List.of(), model);
    }

    @Allows(Permission.CORRECT_EVIDENCE)
    @PostMapping("/pieces/{piece}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PieceId piece,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") List<String> student,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        PieceView view = pieces.view(viewer, piece);
        Set<StudentId> chosen = new HashSet<>();
        student.forEach(text -> Fields.id(text, StudentId::of).ifPresent(chosen::add));
        List<String> problems = chosen.isEmpty()
                ? List.of("Nobody is chosen. Choose the students for whom it should not count.")
                : Outcomes.problems(ledger.withdraw(viewer, piece, Optional.of(chosen), reason));
        if (!problems.isEmpty()) {
            response.setStatus(Outcomes.UNPROCESSABLE);
            return show(view, reason, chosen, problems, model);
        }
        long withdrawn = view.withdrawable().stream()
                .filter(person -> chosen.contains(person.student()))
                .count();
        redirect.addFlashAttribute(
                "notice", "Withdrawn for " + Outcomes.students(withdrawn) + ". It stays on record and counts no more.");
        return "redirect:/pieces/" + piece;
    }

    private static String show(
            PieceView view, String reason, Set<StudentId> chosen, List<String> problems, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("reason", reason);
        model.addAttribute("chosen", chosen);
        model.addAttribute("problems", problems);
        return "portal/teacher/piece";
    }
}
