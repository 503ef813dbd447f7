package org.ownpath.portal.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.outcomes.Sheet;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Consents;
import org.ownpath.roster.Person;
import org.ownpath.roster.Purpose;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
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

/** What a student's name and work may be used for, and the list of students that holds to it. */
@Controller
class ConsentPages {

    private static final int UNPROCESSABLE = 422;

    private final Consents consents;
    private final Roster roster;
    private final Access access;

    ConsentPages(Consents consents, Roster roster, Access access) {
        this.consents = consents;
        this.roster = roster;
        this.access = access;
    }

    @Allows(Permission.SAY_WHAT_IS_USED)
    @GetMapping("/students/{student}/uses")
    String ofStudent(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, Model model) {
        return page(viewer, student, "", model);
    }

    private String page(Viewer viewer, StudentId student, String error, Model model) {
        List<Consents.Choice> choices = consents.of(viewer, student);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        model.addAttribute("person", person);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("choices", choices);
        model.addAttribute("error", error);
        model.addAttribute("mayDecide", consents.mayDecide(viewer, student));
        model.addAttribute(
                "names",
                Names.of(
                        roster,
                        choices.stream()
                                .flatMap(choice -> choice.said().stream())
                                .map(Consents.Said::by)
                                .toList()));
        return "portal/privacy/uses";
    }

    @Allows(Permission.SAY_WHAT_IS_USED)
    @PostMapping("/students/{student}/uses")
    String choose(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<String> problem = consents.choose(viewer, student, purposes(fields));
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return page(viewer, student, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "Kept. It holds from now on.");
        return "redirect:/students/" + student + "/uses";
    }

    @Allows(Permission.DECIDE_FOR_FAMILIES)
    @PostMapping("/families/purposes")
    String demandYes(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        consents.demandYes(viewer, purposes(fields));
        flash.addFlashAttribute("notice", "Set. What families have said already stays as they said it.");
        return "redirect:/families";
    }

    /** Students whom the school may name to others. */
    @Allows(Permission.TAKE_THE_DIRECTORY)
    @GetMapping("/people/directory.csv")
    ResponseEntity<byte[]> directory(@AuthenticationPrincipal Viewer viewer) {
        List<Person> students = roster.students();
        Set<StudentId> named =
                consents.allowing(students.stream().map(Person::student).toList(), Purpose.DIRECTORY);
        access.audit(viewer, "directory.exported", "", named.size() + " of " + students.size() + " students");
        return new Sheet(
                        "directory",
                        List.of("Family name", "Given name", "Grade"),
                        students.stream()
                                .filter(person -> named.contains(person.student()))
                                .sorted(Person.BY_NAME)
                                .map(person -> List.of(
                                        person.familyName(),
                                        person.givenName(),
                                        person.gradeLabel().orElse("")))
                                .toList())
                .file();
    }

    private static Set<Purpose> purposes(MultiValueMap<String, String> fields) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> fields.getOrDefault("purpose", List.of()).contains(purpose.code()))
                .collect(Collectors.toSet());
    }
}
