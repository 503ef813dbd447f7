package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Claims;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.Way;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
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

/** A student claims what was learnt or earned elsewhere: what, where, when, and what there is to show of it. */
@Controller
class ClaimPages {

    private final Access access;
    private final Claims claims;
    private final Requests requests;
    private final Frameworks frameworks;
    private final Attachments attachments;

    ClaimPages(Access access, Claims claims, Requests requests, Frameworks frameworks, Attachments attachments) {
        this.access = access;
        this.claims = claims;
        this.requests = requests;
        this.frameworks = frameworks;
        this.attachments = attachments;
    }

    @Allows(Permission.ASK_TO_SHOW)
    @GetMapping("/show/{competency}/claim")
    String open(@AuthenticationPrincipal Viewer viewer, @PathVariable CompetencyId competency, Model model) {
        access.require(viewer, Role.STUDENT);
        Competency about = competency(competency);
        String usual = assessors(viewer, about).stream()
                .findFirst()
                .map(teaching -> teaching.teacher().id().toString())
                .orElse("");
        return page(viewer, about, ClaimForm.open(usual), List.of(), model);
    }

    @Allows(Permission.ASK_TO_SHOW)
    @PostMapping("/show/{competency}/claim")
    String make(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable CompetencyId competency,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.STUDENT);
        Competency about = competency(competency);
        UUID number = Fields.id(Fields.text(fields, "id"), UUID::fromString).orElseGet(TimeOrdered::next);
        Attachments.Taken taken =
                attachments.take(viewer, Attachments.Sent.of(new PieceId(number), files, fields, Set.of()), session);
        ClaimForm form = ClaimForm.of(fields, taken.files());
        List<String> problems = new ArrayList<>(taken.problems());
        Optional<Request> request = form.asked().request(List.of(about), Optional.empty(), problems);
        Optional<Claim> claim = form.claim(problems);
        if (problems.isEmpty()) {
            problems.addAll(claims.make(viewer, request.orElseThrow(), claim.orElseThrow())
                    .reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(viewer, about, form, problems, model);
        }
        flash.addFlashAttribute("notice", "Your teacher has your claim and will look at it.");
        return "redirect:/demonstrations/" + number;
    }

    private String page(Viewer viewer, Competency about, ClaimForm form, List<String> problems, Model model) {
        model.addAttribute("competency", about);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "ways",
                requests.offer(StudentId.of(viewer.person()), about).ways().stream()
                        .filter(Way::elsewhere)
                        .toList());
        model.addAttribute("assessors", assessors(viewer, about));
        return "portal/assessment/claim-form";
    }

    private List<Teaching> assessors(Viewer viewer, Competency competency) {
        return requests.assessors(StudentId.of(viewer.person()), competency);
    }

    private Competency competency(CompetencyId id) {
        return frameworks
                .curriculum()
                .competency(id)
                .orElseThrow(() -> new NotFound("This competency is in no framework here. Look on your path."));
    }
}
