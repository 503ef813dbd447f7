package org.ownpath.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.Entrance;
import org.ownpath.access.signin.SecondFactors;
import org.ownpath.portal.QrPicture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The code that is asked for after the password, or setting one up where the district demands it. */
@Controller
class CodePage {

    private final Entrance entrance;
    private final SecondFactors factors;

    CodePage(Entrance entrance, SecondFactors factors) {
        this.entrance = entrance;
        this.factors = factors;
    }

    @Allows(Permission.COME_IN)
    @GetMapping("/sign-in/code")
    String ask(Model model) {
        return entrance.awaitingCode()
                .map(viewer -> DistrictScope.within(viewer.district(), () -> page(viewer, "", model)))
                .orElse("forward:/sign-in");
    }

    @Allows(Permission.COME_IN)
    @PostMapping("/sign-in/code")
    String check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Viewer> awaiting = entrance.awaitingCode();
        if (awaiting.isEmpty()) {
            return "redirect:/sign-in";
        }
        Viewer viewer = awaiting.get();
        return DistrictScope.within(viewer.district(), () -> {
            if (factors.of(viewer).since().isEmpty()) {
                return setUp(viewer, code, request, response, model);
            }
            if (factors.check(viewer, code) instanceof SecondFactors.Checked.Wrong wrong) {
                return page(viewer, wrong.reason(), model);
            }
            entrance.enter(viewer, request, response);
            return "redirect:/";
        });
    }

    private String setUp(
            Viewer viewer, String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        SecondFactors.SettingUp settingUp = factors.confirm(viewer, code);
        if (settingUp instanceof SecondFactors.SettingUp.Done done) {
            entrance.enter(viewer, request, response);
            model.addAttribute("codes", done.codes());
            model.addAttribute("onward", "/");
            return "portal/signin/codes";
        }
        return page(viewer, ((SecondFactors.SettingUp.Refused) settingUp).reason(), model);
    }

    private String page(Viewer viewer, String error, Model model) {
        model.addAttribute("error", error);
        if (factors.of(viewer).since().isPresent()) {
            return "portal/signin/code";
        }
        SecondFactors.Beginning beginning = factors.begin(viewer);
        model.addAttribute("beginning", beginning);
        model.addAttribute("picture", QrPicture.of(beginning.address()));
        model.addAttribute("action", "/sign-in/code");
        return "portal/signin/second-factor-new";
    }
}
