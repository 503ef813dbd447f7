package org.ownpath.portal;

import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tokens with which programs speak for an account of the staff. */
@Controller
class ProgramsPage {

    private static final int LONGEST_NAME = 80;

    private final Access access;
    private final Accounts accounts;

    ProgramsPage(Access access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    @Allows(Permission.SPEAK_BY_PROGRAMS)
    @GetMapping("/programs")
    String programs(@AuthenticationPrincipal Viewer viewer, Model model) {
        return page(viewer, "", "", model);
    }

    @Allows(Permission.SPEAK_BY_PROGRAMS)
    @PostMapping("/programs")
    String issue(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String name, Model model) {
        access.requireStaff(viewer);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return page(viewer, "", "Name the program in up to " + LONGEST_NAME + " characters.", model);
        }
        String token = accounts.issueToken(viewer, name.strip());
        access.audit(viewer, "token.issued", name.strip(), "");
        return page(viewer, token, "", model);
    }

    @Allows(Permission.SPEAK_BY_PROGRAMS)
    @PostMapping("/programs/{token}/revocation")
    String revoke(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID token, RedirectAttributes flash) {
        access.requireStaff(viewer);
        if (!accounts.revokeToken(viewer, token)) {
            throw new NotFound("This token is none of yours. Look among those of your programs.");
        }
        access.audit(viewer, "token.revoked", token.toString(), "");
        flash.addFlashAttribute("notice", "The token works no more.");
        return "redirect:/programs";
    }

    private String page(Viewer viewer, String issued, String error, Model model) {
        access.requireStaff(viewer);
        model.addAttribute("tokens", accounts.tokens(viewer));
        model.addAttribute("issued", issued);
        model.addAttribute("error", error);
        return "portal/programs";
    }
}
