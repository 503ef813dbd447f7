package org.ownpath.portal.signin;

import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.Newcomer;
import org.ownpath.access.signin.SignInLinks;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.QrPicture;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Letting somebody in: an administrator everybody, a teacher their own students, by a link to print or to copy. */
@Controller
class LettingInPages {

    private final Access access;
    private final Accounts accounts;
    private final Roster roster;
    private final SignInLinks links;

    LettingInPages(Access access, Accounts accounts, Roster roster, SignInLinks links) {
        this.access = access;
        this.accounts = accounts;
        this.roster = roster;
        this.links = links;
    }

    /** How a student signs in, for their teacher. */
    @Allows(Permission.LET_STUDENTS_IN)
    @GetMapping("/students/{student}/sign-in")
    String student(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, Model model) {
        access.requireStaff(viewer);
        access.requireView(viewer, student);
        Person person = person(student.person());
        List<PersonId> one = List.of(person.id());
        model.addAttribute("person", person);
        model.addAttribute("account", Optional.ofNullable(accounts.of(one).get(person.id())));
        model.addAttribute("until", Optional.ofNullable(links.open(one).get(person.id())));
        return "portal/signin/student";
    }

    @Allows(Permission.LET_STUDENTS_IN)
    @PostMapping("/students/{student}/sign-in/link")
    String forStudent(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, Model model) {
        access.requireView(viewer, student);
        return link(viewer, student.person(), "/students/" + student + "/sign-in", model);
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/link")
    String forPerson(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, Model model) {
        return link(viewer, person, "/people", model);
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/link/revocation")
    String takeBack(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, RedirectAttributes flash) {
        Person found = person(person);
        links.revoke(viewer, newcomer(found));
        flash.addFlashAttribute("notice", "The link for " + found.fullName() + " opens no more.");
        return "redirect:/people?q=" + found.familyName();
    }

    private String link(Viewer viewer, PersonId person, String back, Model model) {
        Person found = person(person);
        SignInLinks.Link link = links.make(viewer, newcomer(found));
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/welcome/" + link.token())
                .toUriString();
        model.addAttribute("person", found);
        model.addAttribute("link", link);
        model.addAttribute("address", address);
        model.addAttribute("picture", QrPicture.of(address));
        model.addAttribute("back", back);
        return "portal/signin/link";
    }

    private Person person(PersonId person) {
        return roster.person(person)
                .orElseThrow(() -> new NotFound("This person is not on the roster. Search for the name."));
    }

    private static Newcomer newcomer(Person person) {
        return new Newcomer(person.id(), person.fullName(), person.email(), person.roles());
    }
}
