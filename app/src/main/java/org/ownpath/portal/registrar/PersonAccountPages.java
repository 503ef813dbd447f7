package org.ownpath.portal.registrar;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.AccountKeeping;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody's account is for, and closing it, for administrators. */
@Controller
class PersonAccountPages {

    private final Accounts accounts;
    private final AccountKeeping keeping;
    private final Roster roster;

    PersonAccountPages(Accounts accounts, AccountKeeping keeping, Roster roster) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.roster = roster;
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @GetMapping("/people/{person}/account")
    String account(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, Model model) {
        Person found = roster.person(person)
                .orElseThrow(() -> new NotFound("This person is not on the roster. Search for the name."));
        model.addAttribute("person", found);
        model.addAttribute("account", account(person));
        model.addAttribute("own", person.equals(viewer.person()));
        return "portal/registrar/account";
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/account/rights")
    String rights(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable Set<Role> given,
            RedirectAttributes flash) {
        account(person);
        tell(
                keeping.give(viewer, person, Objects.requireNonNullElse(given, Set.of())),
                "Kept. It holds from now on, also where the account is signed in.",
                flash);
        return back(person);
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/account/closing")
    String close(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, RedirectAttributes flash) {
        account(person);
        tell(keeping.close(viewer, person), "Closed. Wherever the account was signed in, it is no more.", flash);
        return back(person);
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/account/opening")
    String open(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, RedirectAttributes flash) {
        account(person);
        tell(keeping.openAgain(viewer, person), "Open again, with the password that it had.", flash);
        return back(person);
    }

    private Accounts.Account account(PersonId person) {
        return Optional.ofNullable(accounts.of(List.of(person)).get(person))
                .orElseThrow(() -> new NotFound("There is no account yet. Invite the person first, under People."));
    }

    private static void tell(Optional<String> refused, String done, RedirectAttributes flash) {
        refused.ifPresentOrElse(
                why -> flash.addFlashAttribute("refused", why), () -> flash.addFlashAttribute("notice", done));
    }

    private static String back(PersonId person) {
        return "redirect:/people/" + person + "/account";
    }
}
