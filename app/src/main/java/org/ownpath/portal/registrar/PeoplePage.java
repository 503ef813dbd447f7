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
import org.ownpath.access.signin.SecondFactors;
import org.ownpath.access.signin.SignInLinks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People on the roster and their accounts: whoever came in by an import gets in by a link that is shown once. */
@Controller
class PeoplePage {

    private static final int AT_ONCE = 50;

    private final Access access;
    private final Accounts accounts;
    private final SignInLinks links;
    private final SecondFactors factors;
    private final Roster roster;

    PeoplePage(Access access, Accounts accounts, SignInLinks links, SecondFactors factors, Roster roster) {
        this.access = access;
        this.accounts = accounts;
        this.links = links;
        this.factors = factors;
        this.roster = roster;
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @GetMapping("/people")
    String people(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
        access.require(viewer, Role.ADMINISTRATOR);
        List<Person> found = roster.search(q, Optional.empty(), AT_ONCE);
        List<PersonId> ids = found.stream().map(Person::id).toList();
        Map<PersonId, Accounts.Account> known = accounts.of(ids);
        model.addAttribute("q", q);
        model.addAttribute("people", found);
        model.addAttribute("accounts", known);
        model.addAttribute("secondFactors", factors.among(ids));
        model.addAttribute("links", links.open(ids));
        model.addAttribute("more", found.size() == AT_ONCE);
        return "portal/registrar/people";
    }
}
