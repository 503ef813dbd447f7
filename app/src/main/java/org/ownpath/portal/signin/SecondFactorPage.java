package org.ownpath.portal.signin;

import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.SecondFactors;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.QrPicture;
import org.ownpath.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor: setting it up, new codes on paper, taking it away. */
@Controller
class SecondFactorPage {

    private static final String HERE = "/account/second-factor";

    private final SecondFactors factors;

    SecondFactorPage(SecondFactors factors) {
        this.factors = factors;
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @GetMapping(HERE)
    String secondFactor(@AuthenticationPrincipal Viewer viewer, Model model) {
        return page(viewer, "", model);
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping(HERE)
    String setUp(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String code, Model model) {
        if (factors.of(viewer).since().isPresent()) {
            return "redirect:" + HERE;
        }
        SecondFactors.SettingUp settingUp = factors.confirm(viewer, code);
        return settingUp instanceof SecondFactors.SettingUp.Done done
                ? codes(done.codes(), model)
                : page(viewer, ((SecondFactors.SettingUp.Refused) settingUp).reason(), model);
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping(HERE + "/codes")
    String newCodes(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String code, Model model) {
        return factors.check(viewer, code) instanceof SecondFactors.Checked.Wrong wrong
                ? page(viewer, wrong.reason(), model)
                : codes(factors.renewCodes(viewer), model);
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @PostMapping(HERE + "/ending")
    String turnOff(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String code,
            Model model,
            RedirectAttributes flash) {
        Optional<String> refusal = factors.turnOff(viewer, code);
        if (refusal.isPresent()) {
            return page(viewer, refusal.get(), model);
        }
        flash.addFlashAttribute("notice", "Your password alone signs you in now.");
        return "redirect:/account";
    }

    @Allows(Permission.GIVE_ACCOUNTS)
    @PostMapping("/people/{person}/second-factor/ending")
    String takeAway(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, RedirectAttributes flash) {
        if (!factors.takeAway(viewer, person)) {
            throw new NotFound("This person has no second factor. Search for the name under People.");
        }
        flash.addFlashAttribute(
                "notice", "The second factor is taken away. The password alone signs in until a new one is set up.");
        return "redirect:/people";
    }

    private static String codes(java.util.List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("onward", "/account");
        return "portal/signin/codes";
    }

    private String page(Viewer viewer, String error, Model model) {
        SecondFactors.State state = factors.of(viewer);
        model.addAttribute("error", error);
        if (state.since().isPresent()) {
            model.addAttribute("state", state);
            return "portal/signin/second-factor";
        }
        SecondFactors.Beginning beginning = factors.begin(viewer);
        model.addAttribute("beginning", beginning);
        model.addAttribute("picture", QrPicture.of(beginning.address()));
        model.addAttribute("action", HERE);
        return "portal/signin/second-factor-new";
    }
}
