package org.ownpath.portal.signin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.SchoolSignOn;
import org.ownpath.access.signin.SignInRules;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the district demands of signing in. */
@Controller
class SignInRulesPage {

    private final Access access;
    private final SignInRules rules;
    private final SchoolSignOn signOn;
    private final Accounts accounts;

    SignInRulesPage(Access access, SignInRules rules, SchoolSignOn signOn, Accounts accounts) {
        this.access = access;
        this.rules = rules;
        this.signOn = signOn;
        this.accounts = accounts;
    }

    @Allows(Permission.SAY_HOW_PEOPLE_SIGN_IN)
    @GetMapping("/people/signing-in")
    String rules(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.ADMINISTRATOR);
        Optional<SchoolSignOn.Provider> provider = signOn.provider();
        model.addAttribute("rules", rules.now());
        model.addAttribute("holds", provider.isPresent());
        model.addAttribute(
                "answer",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/sign-in/answer/" + accounts.districtSlug())
                        .toUriString());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", provider.orElse(new SchoolSignOn.Provider("", "", "email")));
        }
        model.addAttribute("roles", List.of(Role.ADMINISTRATOR, Role.LEADER, Role.TEACHER, Role.FAMILY));
        return "portal/signin/rules";
    }

    @Allows(Permission.SAY_HOW_PEOPLE_SIGN_IN)
    @PostMapping("/people/signing-in")
    String adopt(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable List<String> secondFactor,
            @RequestParam(required = false) @Nullable Integer pictures,
            RedirectAttributes flash) {
        access.require(viewer, Role.ADMINISTRATOR);
        Set<Role> roles = Optional.ofNullable(secondFactor).orElse(List.of()).stream()
                .flatMap(code -> Role.ofCode(code).stream())
                .collect(Collectors.toSet());
        rules.adopt(
                viewer,
                new SignInRules.Rules(
                        roles,
                        Optional.ofNullable(pictures)
                                .filter(grade -> grade >= 0 && grade <= 12)
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty())));
        flash.addFlashAttribute("notice", "That holds from everybody's next sign-in on.");
        return "redirect:/people/signing-in";
    }
}
