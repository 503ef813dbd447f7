package org.ownpath.portal.integrations;

import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.platforms.PlatformId;
import org.ownpath.exchange.lti.platforms.PlatformRegistration;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connecting learning management systems, from which people open Ownpath. */
@Controller
class PlatformPages {

    private final Platforms platforms;
    private final LtiAddress address;

    PlatformPages(Platforms platforms, LtiAddress address) {
        this.platforms = platforms;
        this.address = address;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/platforms/new")
    String form(Model model) {
        return form(new PlatformForm(new LinkedMultiValueMap<>()), "", model);
    }

    private String form(PlatformForm form, String error, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("id", form.text("id").isEmpty() ? PlatformId.next().toString() : form.text("id"));
        model.addAttribute("error", error);
        model.addAttribute("lti", address);
        model.addAttribute("registration", address.page("/integrations/platforms/registration"));
        return "portal/integrations/platform-new";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/platforms")
    String connect(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        PlatformForm form = new PlatformForm(typed);
        Optional<PlatformId> id = form.id(PlatformId::of);
        Optional<String> problem =
                id.isEmpty() ? Optional.of("Fill in the form.") : platforms.connect(viewer, id.get(), form.described());
        return problem.isPresent() ? form(form, problem.get(), model) : connected(flash);
    }

    /** Where a system sends an administrator who wants it to register Ownpath. */
    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/platforms/registration")
    String offered(
            @RequestParam(name = "openid_configuration", defaultValue = "") String configuration,
            @RequestParam(name = "registration_token", defaultValue = "") String token,
            Model model) {
        return offered(configuration, token, "", model);
    }

    private String offered(String configuration, String token, String error, Model model) {
        if (configuration.isBlank()) {
            return form(new PlatformForm(new LinkedMultiValueMap<>()), error, model);
        }
        model.addAttribute("configuration", configuration);
        model.addAttribute("token", token);
        model.addAttribute("id", PlatformId.next().toString());
        model.addAttribute("error", error);
        return "portal/integrations/platform-registration";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/platforms/registration")
    String register(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        PlatformForm form = new PlatformForm(typed);
        Optional<PlatformId> id = form.id(PlatformId::of);
        String configuration = form.text("configuration");
        if (id.isEmpty() || configuration.isEmpty()) {
            return form(form, "Begin the registration in the other system.", model);
        }
        PlatformRegistration.Offer offer =
                new PlatformRegistration.Offer(configuration, form.text("token"), form.teachers());
        Optional<String> problem = platforms.register(viewer, id.get(), offer);
        return problem.isPresent()
                ? offered(configuration, form.text("token"), problem.get(), model)
                : connected(flash);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/platforms/{platform}/ending")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable PlatformId platform, RedirectAttributes flash) {
        if (platforms.find(platform).isEmpty()) {
            throw new NotFound("This system is not connected. Look among those that are.");
        }
        platforms.end(viewer, platform);
        flash.addFlashAttribute("notice", "The system is disconnected. It opens nothing here any more.");
        return "redirect:/integrations";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/platforms/telling")
    String tellAgain(@AuthenticationPrincipal Viewer viewer, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice",
                platforms.tellAgain(viewer) == 0
                        ? "Nothing has failed. There is nothing to tell again."
                        : "What failed is told again now. Look here again in a minute.");
        return "redirect:/integrations";
    }

    private static String connected(RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice", "The system is connected. Whoever has an account here can open Ownpath there.");
        return "redirect:/integrations";
    }
}
