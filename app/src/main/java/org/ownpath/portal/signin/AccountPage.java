package org.ownpath.portal.signin;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.Passwords;
import org.ownpath.access.signin.SchoolSignOn;
import org.ownpath.access.signin.SecondFactors;
import org.ownpath.access.signin.Sessions;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account: choosing another password, and where one is signed in. */
@Controller
class AccountPage {

    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SchoolSignOn signOn;

    AccountPage(Passwords passwords, Sessions sessions, SecondFactors factors, SchoolSignOn signOn) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.signOn = signOn;
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @GetMapping("/account")
    String account(@AuthenticationPrincipal Viewer viewer, HttpSession session, Model model) {
        return page(viewer, session, "", model);
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/password")
    String changePassword(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String chosen,
            HttpSession session,
            Model model,
            RedirectAttributes flash) {
        Optional<String> refusal = passwords.change(viewer, old, chosen);
        if (refusal.isPresent()) {
            return page(viewer, session, refusal.get(), model);
        }
        int ended = sessions.endOthers(viewer, session.getId());
        flash.addFlashAttribute(
                "notice",
                ended == 0 ? "Your password is changed." : "Your password is changed. Other devices are signed out.");
        return "redirect:/account";
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/sessions/{session}/ending")
    String endSession(
            @AuthenticationPrincipal Viewer viewer, @PathVariable("session") String name, RedirectAttributes flash) {
        if (!sessions.end(viewer, name)) {
            throw new NotFound("That device is signed out already. Your account lists those that are signed in.");
        }
        flash.addFlashAttribute("notice", "That device is signed out.");
        return "redirect:/account";
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/sessions/ending")
    String endOtherSessions(@AuthenticationPrincipal Viewer viewer, HttpSession session, RedirectAttributes flash) {
        sessions.endOthers(viewer, session.getId());
        flash.addFlashAttribute("notice", "You are signed in here and nowhere else.");
        return "redirect:/account";
    }

    private String page(Viewer viewer, HttpSession session, String error, Model model) {
        model.addAttribute("error", error);
        model.addAttribute("staff", viewer.isStaff());
        model.addAttribute("shortest", passwords.shortest(viewer));
        model.addAttribute("secondFactor", factors.of(viewer));
        model.addAttribute("school", signOn.own());
        model.addAttribute("linked", signOn.of(viewer));
        model.addAttribute("places", sessions.of(viewer, session.getId()));
        return "portal/signin/account";
    }
}
