package org.ownpath.portal;

import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account: choosing another password. */
@Controller
class AccountPage {

    private final Accounts accounts;
    private final Access access;

    AccountPage(Accounts accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @GetMapping("/account")
    String account(@AuthenticationPrincipal Viewer viewer, Model model) {
        return page(viewer, "", model);
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/password")
    String changePassword(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String chosen,
            Model model,
            RedirectAttributes flash) {
        Optional<String> refusal = accounts.changePassword(viewer, old, chosen);
        if (refusal.isPresent()) {
            return page(viewer, refusal.get(), model);
        }
        access.audit(viewer, "account.password-changed", viewer.account().toString(), "");
        flash.addFlashAttribute("notice", "Your password is changed.");
        return "redirect:/account";
    }

    private static String page(Viewer viewer, String error, Model model) {
        model.addAttribute("error", error);
        model.addAttribute("staff", viewer.isStaff());
        return "portal/account";
    }
}
