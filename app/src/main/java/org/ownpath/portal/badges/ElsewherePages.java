package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Depth;
import org.ownpath.exchange.badges.Bringing;
import org.ownpath.exchange.badges.OutsideCredential;
import org.ownpath.exchange.badges.OutsideCredentials;
import org.ownpath.exchange.badges.OutsideId;
import org.ownpath.exchange.badges.Verification;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Framework;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.http.HttpStatus;
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

/** What a student earned elsewhere: bringing it, and what a teacher makes of it. */
@Controller
class ElsewherePages {

    private final OutsideCredentials outside;
    private final Verification verification;
    private final Frameworks frameworks;
    private final Access access;
    private final Roster roster;

    ElsewherePages(
            OutsideCredentials outside,
            Verification verification,
            Frameworks frameworks,
            Access access,
            Roster roster) {
        this.outside = outside;
        this.verification = verification;
        this.frameworks = frameworks;
        this.access = access;
        this.roster = roster;
    }

    @Allows(Permission.BRING_CREDENTIALS)
    @PostMapping("/students/{student}/elsewhere")
    String bring(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) Optional<MultipartFile> file,
            RedirectAttributes flash)
            throws IOException {
        Bringing bringing =
                outside.bring(viewer, person(student).student(), given(text, file.filter(sent -> !sent.isEmpty())));
        if (bringing instanceof Bringing.Refused refused) {
            flash.addFlashAttribute("refused", refused.reason());
            flash.addFlashAttribute("pasted", text);
        } else {
            flash.addFlashAttribute("notice", "It holds. A teacher will look at it.");
        }
        return "redirect:/students/" + student + "/badges#elsewhere";
    }

    private static String given(String text, Optional<MultipartFile> file) throws IOException {
        if (file.isEmpty()) {
            return text;
        }
        // longer than any credential is told as such, whatever the rest of it is
        byte[] start = file.get().getInputStream().readNBytes(Verification.MOST_BYTES + 1);
        return new String(start, StandardCharsets.UTF_8);
    }

    @Allows(Permission.RECORD_EVIDENCE)
    @GetMapping("/assess/elsewhere")
    String waiting(@AuthenticationPrincipal Viewer viewer, Model model) {
        List<OutsideCredential> waiting = outside.waiting(viewer);
        Set<PersonId> people =
                waiting.stream().map(each -> each.student().person()).collect(Collectors.toSet());
        model.addAttribute("waiting", waiting);
        model.addAttribute("people", roster.people(people));
        return "portal/badges/elsewhere-waiting";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/elsewhere/{brought}")
    String one(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable("brought") OutsideId id,
            Model model) {
        return page(viewer, brought(viewer, student, id), "", model);
    }

    @Allows(Permission.RECORD_EVIDENCE)
    @PostMapping("/students/{student}/elsewhere/{brought}/review")
    String review(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable("brought") OutsideId id,
            @RequestParam(required = false, name = "competency") @Nullable Set<CompetencyId> competencies,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        OutsideCredential brought = brought(viewer, student, id);
        boolean take = fields.containsKey("take");
        Set<CompetencyId> chosen = take && competencies != null ? competencies : Set.of();
        Optional<String> problem = take && chosen.isEmpty()
                ? Optional.of("Choose at least one competency of which it is evidence.")
                : outside.review(
                        viewer,
                        id,
                        new OutsideCredentials.Reviewing(
                                chosen,
                                rating(Fields.text(fields, "rating")),
                                Depth.ofCode(Fields.text(fields, "depth")).orElse(Depth.APPLY),
                                Fields.text(fields, "words")));
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("words", Fields.text(fields, "words"));
            model.addAttribute("chosen", frameworks.curriculum().all(chosen));
            return page(viewer, brought, problem.get(), model);
        }
        flash.addFlashAttribute("notice", take ? "It counts as evidence from now on." : "The student reads why not.");
        return "redirect:/assess/elsewhere";
    }

    /** What is no number is on no scale, and refused as such. */
    private static double rating(String typed) {
        return typed.matches("\\d{1,4}(\\.\\d{1,3})?") ? Double.parseDouble(typed) : -1;
    }

    private OutsideCredential brought(Viewer viewer, StudentId student, OutsideId id) {
        return outside.credential(viewer, id)
                .filter(each -> each.student().equals(student))
                .orElseThrow(() -> new NotFound("Nothing of this kind was brought. Look among the student's badges."));
    }

    private Person person(StudentId student) {
        return roster.person(student.person()).orElseThrow(NotFound::student);
    }

    private String page(Viewer viewer, OutsideCredential brought, String error, Model model) {
        Person person = person(brought.student());
        boolean mayReview = Permission.RECORD_EVIDENCE.has(viewer)
                && brought.review().isEmpty()
                && !access.recordable(viewer, Set.of(brought.student())).isEmpty();
        Curriculum curriculum = frameworks.curriculum();
        model.addAttribute("brought", brought);
        model.addAttribute("person", person);
        model.addAttribute("verdict", verification.of(brought.content()));
        model.addAttribute("mayReview", mayReview);
        model.addAttribute("bySubject", mayReview ? bySubject(curriculum) : Map.of());
        model.addAttribute(
                "scale",
                curriculum.frameworks().stream()
                        .filter(Framework::inUse)
                        .findFirst()
                        .map(Framework::scale)
                        .orElse(Scale.FOUR_POINT));
        model.addAttribute("error", error);
        return "portal/badges/elsewhere";
    }

    private static Map<String, List<Competency>> bySubject(Curriculum curriculum) {
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
        return bySubject;
    }
}
