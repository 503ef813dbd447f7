package org.ownpath.portal;

import org.jspecify.annotations.Nullable;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.SchoolSignOn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the way from there to the first page of one's role. */
@Controller
class FrontPage {

    private static final int SCHOOLS_AT_ONCE = 12;

    private final SchoolSignOn signOn;

    FrontPage(SchoolSignOn signOn) {
        this.signOn = signOn;
    }

    @Allows(Permission.COME_IN)
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String passkey,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(defaultValue = "0") int wait,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("out", out != null);
        model.addAttribute("elsewhere", school != null);
        model.addAttribute(
                "schools", signOn.schools().stream().limit(SCHOOLS_AT_ONCE).toList());
        model.addAttribute("passkey", passkey != null);
        model.addAttribute("wait", wait);
        return "portal/signin/sign-in";
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @GetMapping("/")
    String home(@AuthenticationPrincipal Viewer viewer) {
        if (viewer.is(Role.LEADER)) {
            return "redirect:/outcomes";
        }
        if (viewer.is(Role.ADMINISTRATOR)) {
            return "redirect:/imports";
        }
        if (viewer.is(Role.TEACHER)) {
            return "redirect:/today";
        }
        return viewer.is(Role.STUDENT) ? "redirect:/path" : "redirect:/family";
    }
}
