package org.ownpath.portal.teacher;

import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Accommodation;
import org.ownpath.assessment.items.Accommodations;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a student needs in every test. */
@Controller
class AccommodationPages {

    private final Accommodations accommodations;
    private final Access access;
    private final Roster roster;

    AccommodationPages(Accommodations accommodations, Access access, Roster roster) {
        this.accommodations = accommodations;
        this.access = access;
        this.roster = roster;
    }

    @Allows(Permission.GIVE_ACCOMMODATIONS)
    @GetMapping("/students/{student}/accommodations")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, Model model) {
        access.requireStaff(viewer);
        return page(person(viewer, student), accommodations.of(viewer, student), "", model);
    }

    private static String page(Person person, Accommodation now, String error, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("now", now);
        model.addAttribute("error", error);
        return "portal/teacher/accommodations";
    }

    @Allows(Permission.GIVE_ACCOMMODATIONS)
    @PostMapping("/students/{student}/accommodations")
    String give(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "0") String extraTime,
            @RequestParam(defaultValue = "false") boolean largerText,
            @RequestParam(defaultValue = "false") boolean untimed,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        access.requireStaff(viewer);
        Person person = person(viewer, student);
        int percent = extraTime.strip().matches("\\d{1,3}") ? Integer.parseInt(extraTime.strip()) : -1;
        Accommodation wanted = new Accommodation(percent, largerText, untimed, reason.strip());
        Optional<String> refusal = accommodations.give(viewer, student, wanted);
        if (refusal.isPresent()) {
            return page(
                    person,
                    wanted,
                    "Extra time '" + extraTime + "' cannot be given. Use a number from 0 to "
                            + Accommodation.MOST_EXTRA_TIME + ".",
                    model);
        }
        flash.addFlashAttribute("notice", "It holds in every test that " + person.givenName() + " begins from now on.");
        return "redirect:/students/" + student + "/accommodations";
    }

    private Person person(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return roster.person(student.person()).orElseThrow(NotFound::student);
    }
}
