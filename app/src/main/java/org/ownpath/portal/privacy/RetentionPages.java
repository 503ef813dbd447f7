package org.ownpath.portal.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.Retention;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long things are kept, for administrators. */
@Controller
class RetentionPages {

    private static final int UNPROCESSABLE = 422;

    private final Retention retention;

    RetentionPages(Retention retention) {
        this.retention = retention;
    }

    @Allows(Permission.SAY_HOW_LONG)
    @GetMapping("/retention")
    String page(@AuthenticationPrincipal Viewer viewer, Model model) {
        return page(viewer, "", model);
    }

    @Allows(Permission.SAY_HOW_LONG)
    @PostMapping("/retention")
    String keep(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String months,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<String> problem = months.isBlank() || months.matches("\\d{1,3}")
                ? retention.keep(
                        viewer, kind, months.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(months)))
                : Optional.of("Choose a number of months.");
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return page(viewer, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "Set. What is older goes within a day.");
        return "redirect:/retention";
    }

    private String page(Viewer viewer, String error, Model model) {
        model.addAttribute("kept", retention.all(viewer));
        model.addAttribute("error", error);
        return "portal/privacy/retention";
    }
}
