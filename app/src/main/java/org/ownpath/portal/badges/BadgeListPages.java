package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Awards;
import org.ownpath.credential.Badge;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.credential.Defining;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which badges the school gives, for what, and how many hold them. */
@Controller
public class BadgeListPages {

    private final Badges badges;
    private final Awards awards;
    private final Frameworks frameworks;

    BadgeListPages(Badges badges, Awards awards, Frameworks frameworks) {
        this.badges = badges;
        this.awards = awards;
        this.frameworks = frameworks;
    }

    /** A badge and how many hold it. */
    public record Listed(Badge badge, long holders) {}

    @Allows(Permission.DEFINE_BADGES)
    @GetMapping("/badge-list")
    String list(Model model) {
        return page(BadgeForm.blank(), "", model);
    }

    @Allows(Permission.DEFINE_BADGES)
    @PostMapping("/badge-list")
    String define(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        BadgeForm typed = BadgeForm.sent(fields);
        if (badges.define(viewer, typed.wish()) instanceof Defining.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(typed, refused.reason(), model);
        }
        flash.addFlashAttribute(
                "notice",
                typed.byTeacher()
                        ? "The badge is there. Teachers give it on the page of a student's badges."
                        : "The badge is there. Whoever has earned it gets it within a minute.");
        return "redirect:/badge-list";
    }

    @Allows(Permission.DEFINE_BADGES)
    @PostMapping("/badge-list/{badge}/retirement")
    String retire(@AuthenticationPrincipal Viewer viewer, @PathVariable BadgeId badge, RedirectAttributes flash) {
        badges.retire(
                viewer,
                badges.badge(badge)
                        .map(Badge::id)
                        .orElseThrow(
                                () -> new NotFound("The school gives no such badge. Look among those that it gives.")));
        flash.addFlashAttribute("notice", "Nobody earns it any more. Whoever has it keeps it.");
        return "redirect:/badge-list";
    }

    private String page(BadgeForm typed, String error, Model model) {
        List<Listed> listed = badges.all().stream()
                .map(badge -> new Listed(badge, awards.holders(badge.id())))
                .toList();
        model.addAttribute("badges", listed);
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        return "portal/badges/definitions";
    }
}
