package org.ownpath.portal.registrar;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Consents;
import org.ownpath.roster.FamilyAccess;
import org.ownpath.roster.Person;
import org.ownpath.roster.Purpose;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What families may see: guardians who may not, and the age from which students decide themselves. */
@Controller
class FamilyAccessPages {

    private static final int UNPROCESSABLE = 422;
    private static final int AT_ONCE = 30;

    private final FamilyAccess families;
    private final Consents consents;
    private final Roster roster;
    private final Clock clock;

    FamilyAccessPages(FamilyAccess families, Consents consents, Roster roster, Clock clock) {
        this.families = families;
        this.consents = consents;
        this.roster = roster;
        this.clock = clock;
    }

    @Allows(Permission.DECIDE_FOR_FAMILIES)
    @GetMapping("/families")
    String families(@RequestParam(defaultValue = "") String q, Model model) {
        return list(q, "", model);
    }

    private String list(String q, String error, Model model) {
        List<Person> found = q.isBlank() ? List.of() : roster.search(q, Optional.of(Role.STUDENT), AT_ONCE);
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute(
                "age",
                families.age().isPresent() ? String.valueOf(families.age().getAsInt()) : "");
        model.addAttribute("error", error);
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute(
                "needYes",
                Arrays.stream(Purpose.values()).filter(consents::needsYes).collect(Collectors.toSet()));
        return "portal/registrar/families";
    }

    @Allows(Permission.DECIDE_FOR_FAMILIES)
    @PostMapping("/families/age")
    String age(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String years,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<String> problem = years.isBlank() || years.strip().matches("\\d{1,3}")
                ? families.decideFrom(
                        viewer, years.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(years.strip())))
                : Optional.of("'" + years + "' is no age. Write digits only, or leave it empty.");
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return list("", problem.get(), model);
        }
        flash.addFlashAttribute("notice", "Set. It holds from now on.");
        return "redirect:/families";
    }

    @Allows(Permission.DECIDE_FOR_FAMILIES)
    @GetMapping("/families/{student}")
    String family(@PathVariable StudentId student, Model model) {
        return one(student, "", model);
    }

    @Allows(Permission.DECIDE_FOR_FAMILIES)
    @PostMapping("/families/{student}/restrictions")
    String restrict(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam PersonId guardian,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<String> problem = restriction(from, until, reason)
                .map(typed -> families.restrict(viewer, student, guardian, typed))
                .orElse(Optional.of("Write the first day, and the last one if there is one, as days."));
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return one(student, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "Kept. On these days this guardian sees nothing of the student.");
        return "redirect:/families/" + student;
    }

    @Allows(Permission.DECIDE_FOR_FAMILIES)
    @PostMapping("/families/{student}/restrictions/{restriction}/end")
    String lift(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable UUID restriction,
            RedirectAttributes flash) {
        person(student);
        families.lift(viewer, student, restriction);
        flash.addFlashAttribute("notice", "This guardian sees the student again.");
        return "redirect:/families/" + student;
    }

    /** A student of age lets the family see, or takes that back. */
    @Allows(Permission.DECIDE_WHAT_FAMILY_SEES)
    @PostMapping("/consent")
    String consent(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "false") boolean sees,
            RedirectAttributes flash) {
        String done = sees ? "Your family can see your record." : "Your family sees it no more.";
        flash.addFlashAttribute("notice", families.consent(viewer, sees).orElse(done));
        return "redirect:/students/" + viewer.person() + "/looked";
    }

    private String one(StudentId student, String error, Model model) {
        model.addAttribute("person", person(student));
        model.addAttribute("guardians", families.guardians(student));
        model.addAttribute("ofAge", families.ofAge(student));
        model.addAttribute("today", LocalDate.now(clock).toString());
        model.addAttribute("error", error);
        return "portal/registrar/family-access";
    }

    private Person person(StudentId student) {
        return roster.person(student.person())
                .orElseThrow(() -> new NotFound("This student is not on the roster. Search for the name."));
    }

    private static Optional<FamilyAccess.Restriction> restriction(String from, String until, String reason) {
        try {
            return Optional.of(new FamilyAccess.Restriction(
                    UUID.randomUUID(),
                    LocalDate.parse(from),
                    until.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                    reason));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
