package org.ownpath.portal.signin;

import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.SchoolSignOn;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a district signs in elsewhere, and the accounts there that sign a person in. */
@Controller
class SchoolSignOnPages {

    private static final String RULES = "redirect:/people/signing-in";

    private final SchoolSignOn signOn;

    SchoolSignOnPages(SchoolSignOn signOn) {
        this.signOn = signOn;
    }

    @Allows(Permission.SAY_HOW_PEOPLE_SIGN_IN)
    @PostMapping("/people/signing-in/school")
    String adopt(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "email") String claim,
            RedirectAttributes flash) {
        SchoolSignOn.Provider provider = new SchoolSignOn.Provider(issuer.strip(), client.strip(), claim.strip());
        Optional<String> refusal = signOn.adopt(viewer, new SchoolSignOn.Entered(provider, secret));
        if (refusal.isPresent()) {
            flash.addFlashAttribute("problem", refusal.get());
            flash.addFlashAttribute("typed", provider);
        } else {
            flash.addFlashAttribute("notice", "The page of sign-in offers it from now on.");
        }
        return RULES;
    }

    @Allows(Permission.SAY_HOW_PEOPLE_SIGN_IN)
    @PostMapping("/people/signing-in/school/ending")
    String end(@AuthenticationPrincipal Viewer viewer, RedirectAttributes flash) {
        signOn.end(viewer);
        flash.addFlashAttribute(
                "notice", "Nobody signs in elsewhere any more. Who has no password is let in by a link under People.");
        return RULES;
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/school/{linked}/ending")
    String unlink(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID linked, RedirectAttributes flash) {
        if (!signOn.unlink(viewer, linked)) {
            throw new NotFound("This account is none of yours. Your account lists those that sign you in.");
        }
        flash.addFlashAttribute("notice", "That account signs you in no more.");
        return "redirect:/account";
    }
}
