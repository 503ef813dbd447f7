package org.ownpath.portal.signin;

import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.signin.SignInLinks;
import org.ownpath.portal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a link that the school handed out leads: choosing a password. */
@Controller
class WelcomePage {

    private static final String CLOSED =
            "This link opens no more: it was used, has expired, or was taken back. Ask whoever gave it to you for "
                    + "another. With a password you can sign in without it.";

    private final SignInLinks links;

    WelcomePage(SignInLinks links) {
        this.links = links;
    }

    @Allows(Permission.COME_IN)
    @GetMapping("/welcome/{token}")
    String welcome(@PathVariable String token, Model model) {
        return page(token, links.guest(token).orElseThrow(() -> new NotFound(CLOSED)), "", model);
    }

    @Allows(Permission.COME_IN)
    @PostMapping("/welcome/{token}")
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String chosen,
            Model model,
            RedirectAttributes flash) {
        SignInLinks.Choosing choosing = links.choose(token, chosen);
        if (choosing instanceof SignInLinks.Choosing.Refused refused) {
            return page(token, refused.guest(), refused.reason(), model);
        }
        if (choosing instanceof SignInLinks.Choosing.Done done) {
            flash.addFlashAttribute("notice", "Your password is set. Sign in with it.");
            flash.addFlashAttribute("name", done.signInName());
            return "redirect:/sign-in";
        }
        throw new NotFound(CLOSED);
    }

    private static String page(String token, SignInLinks.Guest guest, String error, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("guest", guest);
        model.addAttribute("error", error);
        return "portal/signin/welcome";
    }
}
