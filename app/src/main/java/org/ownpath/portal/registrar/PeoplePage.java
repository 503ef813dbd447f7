package org.ownpath.portal.registrar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People on the roster and their accounts: whoever came in by an import gets in by a password that is shown once. */
@Controller
class PeoplePage {

    private static final int AT_ONCE = 50;

    private final Access access;
    private final Accounts accounts;
    private final Roster roster;

    PeoplePage(Access access, Accounts accounts, Roster roster) {
        this.access = access;
        this.accounts = accounts;
        this.roster = roster;
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @GetMapping("/people")
    String people(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
        access.require(viewer, Role.ADMINISTRATOR);
        List<Person> found = roster.search(q, Optional.empty(), AT_ONCE);
        Map<PersonId, Accounts.Account> known =
                accounts.of(found.stream().map(Person::id).toList());
        model.addAttribute("q", q);
        model.addAttribute("people", found);
        model.addAttribute("accounts", known);
        model.addAttribute("more", found.size() == AT_ONCE);
        return "portal/registrar/people";
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/password")
    String givePassword(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, Model model) {
        access.require(viewer, Role.ADMINISTRATOR);
        Person found = roster.person(person)
                .orElseThrow(() -> new NotFound("This person is not on the roster. Search for the name."));
        String signInName = Optional.ofNullable(accounts.of(List.of(person)).get(person))
                .map(Accounts.Account::signInName)
                .orElseGet(() -> found.email().orElse(person.toString()));
        String password = accounts.giveAccess(person, signInName, found.fullName(), found.roles());
        access.audit(viewer, "account.password-given", person.toString(), "");
        model.addAttribute("person", found);
        model.addAttribute("signInName", signInName);
        model.addAttribute("password", password);
        return "portal/registrar/password";
    }
}
