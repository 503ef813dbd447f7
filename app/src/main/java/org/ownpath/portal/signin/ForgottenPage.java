package org.ownpath.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.signin.WaysBack;
import org.ownpath.messages.Mails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For whoever cannot sign in: an e-mail with a link, or whom to ask. It never says which names there are. */
@Controller
class ForgottenPage {

    private static final String PAGE = "/sign-in/forgotten";

    private final WaysBack waysBack;
    private final Mails mails;

    ForgottenPage(WaysBack waysBack, Mails mails) {
        this.waysBack = waysBack;
        this.mails = mails;
    }

    @Allows(Permission.COME_IN)
    @GetMapping(PAGE)
    String page(
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String wait,
            Model model) {
        model.addAttribute("mailed", mails.sent());
        model.addAttribute("asked", asked != null);
        model.addAttribute("wait", wait != null);
        return "portal/signin/forgotten";
    }

    @Allows(Permission.COME_IN)
    @PostMapping(PAGE)
    String ask(@RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        if (!mails.sent() || name.isBlank()) {
            return "redirect:" + PAGE;
        }
        Optional<Duration> wait = waysBack.ask(name, request.getRemoteAddr());
        return "redirect:" + PAGE + (wait.isPresent() ? "?wait" : "?asked");
    }
}
