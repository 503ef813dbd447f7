package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.credential.KeyId;
import org.ownpath.credential.SigningKeys;
import org.ownpath.portal.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys with which the district signs: renewed at any time, withdrawn when somebody else may have got hold of one. */
@Controller
class SigningKeysPage {

    private final SigningKeys keys;

    SigningKeysPage(SigningKeys keys) {
        this.keys = keys;
    }

    @Allows(Permission.KEEP_SIGNING_KEYS)
    @GetMapping("/signing-keys")
    String keys(Model model) {
        return page("", model);
    }

    @Allows(Permission.KEEP_SIGNING_KEYS)
    @PostMapping("/signing-keys")
    String renew(@AuthenticationPrincipal Viewer viewer, RedirectAttributes flash) {
        keys.renew(viewer);
        flash.addFlashAttribute("notice", "A new key signs from now on. What was signed before stays good.");
        return "redirect:/signing-keys";
    }

    @Allows(Permission.KEEP_SIGNING_KEYS)
    @PostMapping("/signing-keys/{key}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable KeyId key,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (keys.keys().stream().noneMatch(known -> known.id().equals(key))) {
            throw new NotFound("There is no such key. Look among those of your district.");
        }
        Optional<String> problem = keys.withdraw(viewer, key, reason);
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(problem.get(), model);
        }
        flash.addFlashAttribute(
                "notice", "The key is withdrawn. What it signed is signed anew when it is next opened.");
        return "redirect:/signing-keys";
    }

    private String page(String error, Model model) {
        model.addAttribute("keys", keys.keys());
        model.addAttribute("error", error);
        return "portal/badges/keys";
    }
}
