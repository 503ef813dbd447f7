package org.ownpath.portal.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.CorrectionRequest;
import org.ownpath.access.privacy.CorrectionRequests;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking that a record be corrected, and the office's answers. */
@Controller
public class CorrectionRequestPages {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 100;

    private final CorrectionRequests requests;
    private final AskedViews views;

    CorrectionRequestPages(CorrectionRequests requests, AskedViews views) {
        this.requests = requests;
        this.views = views;
    }

    /** What was typed to ask; kept where something is missing. */
    public record Typed(UUID id, String piece, String wrong, String proposed, String error) {
        static Typed nothing(String piece) {
            return new Typed(TimeOrdered.next(), piece, "", "", "");
        }
    }

    @Allows(Permission.ASK_FOR_CORRECTIONS)
    @GetMapping("/students/{student}/corrections")
    String ofStudent(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String piece,
            Model model) {
        return page(viewer, student, Typed.nothing(piece), model);
    }

    @Allows(Permission.ASK_FOR_CORRECTIONS)
    @PostMapping("/students/{student}/corrections")
    String ask(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String piece,
            @RequestParam(defaultValue = "") String wrong,
            @RequestParam(defaultValue = "") String proposed,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        views.person(student);
        UUID number = Fields.id(id, UUID::fromString).orElseGet(TimeOrdered::next);
        CorrectionRequest.Wish wish = new CorrectionRequest.Wish(Fields.id(piece, PieceId::of), wrong, proposed);
        Optional<String> problem = wish.piece().isPresent()
                        && !views.about(viewer, student, wish.piece().get())
                ? Optional.of("That evidence is not about this student. Choose from the list.")
                : requests.ask(viewer, number, student, wish);
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            String chosen = wish.piece().map(PieceId::toString).orElse("");
            return page(
                    viewer, student, new Typed(number, chosen, wish.wrong(), wish.proposed(), problem.get()), model);
        }
        flash.addFlashAttribute("notice", "The school office has it. Its answer will stand here.");
        return "redirect:/students/" + student + "/corrections";
    }

    private String page(Viewer viewer, StudentId student, Typed typed, Model model) {
        List<CorrectionRequest> asked = requests.of(viewer, student);
        Person person = views.person(student);
        model.addAttribute("person", person);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("asked", views.of(asked));
        model.addAttribute("choices", views.choices(student));
        model.addAttribute("typed", typed);
        return "portal/privacy/corrections-of-student";
    }

    @Allows(Permission.ANSWER_CORRECTIONS)
    @GetMapping("/corrections")
    String all(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("asked", views.of(requests.all(viewer, MOST)));
        return "portal/privacy/corrections";
    }

    @Allows(Permission.ANSWER_CORRECTIONS)
    @GetMapping("/corrections/{asked}")
    String one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID asked, Model model) {
        return answering(request(viewer, asked), "", "", model);
    }

    @Allows(Permission.ANSWER_CORRECTIONS)
    @PostMapping("/corrections/{asked}")
    String answer(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID asked,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        CorrectionRequest request = request(viewer, asked);
        Optional<String> problem = answer(viewer, request, decision, reason);
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return answering(request(viewer, asked), problem.get(), reason, model);
        }
        flash.addFlashAttribute("notice", "Answered. Whoever asked is told, and reads the reason.");
        return "redirect:/corrections/" + asked;
    }

    private Optional<String> answer(Viewer viewer, CorrectionRequest request, String decision, String reason) {
        boolean agreed = decision.equals("agreed");
        if (!agreed && !decision.equals("refused")) {
            return Optional.of("Choose whether it is corrected or stays as it is.");
        }
        AskedView view = views.of(List.of(request)).get(0);
        if (agreed && view.standing()) {
            return Optional.of("What was recorded still counts. Correct it or take it back first; this page then names "
                    + "what took its place.");
        }
        return requests.answer(viewer, request, views.answer(viewer, view, agreed, reason));
    }

    private String answering(CorrectionRequest request, String error, String reason, Model model) {
        model.addAttribute("view", views.of(List.of(request)).get(0));
        model.addAttribute("answeredBy", views.answeredBy(request));
        model.addAttribute("error", error);
        model.addAttribute("reason", reason);
        return "portal/privacy/correction";
    }

    private CorrectionRequest request(Viewer viewer, UUID id) {
        return requests.one(viewer, id)
                .orElseThrow(() -> new NotFound("Nobody has asked for this. Look among the requests."));
    }
}
