package org.ownpath.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.Entrance;
import org.ownpath.access.signin.Passkeys;
import org.ownpath.portal.NotFound;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One's own passkeys, and signing in with one. The browser's part is done by passkeys.js. */
@Controller
class PasskeyPages {

    private final Passkeys passkeys;
    private final Entrance entrance;

    PasskeyPages(Passkeys passkeys, Entrance entrance) {
        this.passkeys = passkeys;
        this.entrance = entrance;
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @GetMapping("/account/passkeys")
    String passkeys(@AuthenticationPrincipal Viewer viewer, HttpSession session, Model model) {
        return page(viewer, session, "", model);
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/passkeys")
    String keep(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpSession session,
            Model model,
            RedirectAttributes flash) {
        Optional<String> refusal = passkeys.keep(viewer, site(), new Passkeys.Made(credential, label), session);
        if (refusal.isPresent()) {
            return page(viewer, session, refusal.get(), model);
        }
        flash.addFlashAttribute("notice", "From now on this device signs you in.");
        return "redirect:/account/passkeys";
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping("/account/passkeys/{passkey}/forgetting")
    String forget(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID passkey, RedirectAttributes flash) {
        if (!passkeys.forget(viewer, passkey)) {
            throw new NotFound("This passkey is none of yours. Your account lists those that are.");
        }
        flash.addFlashAttribute("notice", "That passkey signs nobody in any more.");
        return "redirect:/account/passkeys";
    }

    @Allows(Permission.COME_IN)
    @GetMapping(path = "/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpSession session) {
        return passkeys.ask(site(), session);
    }

    @Allows(Permission.COME_IN)
    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Viewer> known = passkeys.recognise(site(), credential, session);
        known.ifPresent(viewer -> entrance.enter(viewer, request, response));
        return known.isPresent() ? "redirect:/" : "redirect:/sign-in?passkey";
    }

    private String page(Viewer viewer, HttpSession session, String error, Model model) {
        model.addAttribute("passkeys", passkeys.of(viewer));
        model.addAttribute("offer", passkeys.offer(viewer, site(), session));
        model.addAttribute("error", error);
        return "portal/signin/passkeys";
    }

    private static URI site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
    }
}
