package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Badge;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.exchange.badges.DistrictIssuer;
import org.ownpath.exchange.badges.EndorsementId;
import org.ownpath.exchange.badges.Endorsements;
import org.ownpath.exchange.badges.Endorsing;
import org.ownpath.portal.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Standing behind badges: signing an endorsement of another school's, and keeping those of one's own. */
@Controller
class EndorsementPages {

    private final Endorsements endorsements;
    private final Badges badges;
    private final DistrictIssuer issuer;

    EndorsementPages(Endorsements endorsements, Badges badges, DistrictIssuer issuer) {
        this.endorsements = endorsements;
        this.badges = badges;
        this.issuer = issuer;
    }

    @Allows(Permission.DEFINE_BADGES)
    @GetMapping("/endorsements")
    String given(Model model) {
        return list("", "", "", model);
    }

    @Allows(Permission.DEFINE_BADGES)
    @PostMapping("/endorsements")
    String give(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (endorsements.give(viewer, about, words) instanceof Endorsing.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(about, words, refused.reason(), model);
        }
        flash.addFlashAttribute("notice", "It is signed. Send its file to whoever gives the badge.");
        return "redirect:/endorsements";
    }

    @Allows(Permission.DEFINE_BADGES)
    @PostMapping("/endorsements/{endorsement}/withdrawal")
    String takeBack(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable EndorsementId endorsement,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<String> refused = endorsements.takeBack(viewer, endorsement, reason);
        if (refused.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list("", "", refused.get(), model);
        }
        flash.addFlashAttribute("notice", "It is taken back. Whoever checks it learns so from now on.");
        return "redirect:/endorsements";
    }

    @Allows(Permission.DEFINE_BADGES)
    @GetMapping("/endorsements/{endorsement}/endorsement.json")
    ResponseEntity<String> file(@PathVariable EndorsementId endorsement) {
        return endorsements.given().stream()
                .filter(given -> given.id().equals(endorsement))
                .map(given -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Disposition", "attachment; filename=endorsement.json")
                        .body(given.document()))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such endorsement. Look among those that were signed."));
    }

    @Allows(Permission.DEFINE_BADGES)
    @GetMapping("/badge-list/{badge}")
    String badge(@PathVariable BadgeId badge, Model model) {
        return one(badge, "", model);
    }

    @Allows(Permission.DEFINE_BADGES)
    @PostMapping("/badge-list/{badge}/endorsements")
    String keep(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BadgeId badge,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (endorsements.keep(viewer, badge, text) instanceof Endorsing.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return one(badge, refused.reason(), model);
        }
        flash.addFlashAttribute("notice", "It holds and is kept. Every badge that is signed from now on bears it.");
        return "redirect:/badge-list/" + badge;
    }

    private String list(String about, String words, String error, Model model) {
        model.addAttribute("given", endorsements.given());
        model.addAttribute("about", about);
        model.addAttribute("words", words);
        model.addAttribute("error", error);
        return "portal/badges/endorsements";
    }

    private String one(BadgeId id, String error, Model model) {
        Badge badge = badges.badge(id)
                .orElseThrow(() -> new NotFound("The school gives no such badge. Look among those that it gives."));
        model.addAttribute("badge", badge);
        model.addAttribute("achievement", issuer.achievement(id));
        model.addAttribute("endorsements", endorsements.of(id));
        model.addAttribute("error", error);
        return "portal/badges/definition";
    }
}
