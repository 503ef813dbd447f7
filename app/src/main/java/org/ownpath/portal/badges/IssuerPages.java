package org.ownpath.portal.badges;

import java.util.Optional;
import java.util.function.Supplier;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.credential.Badge;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.exchange.badges.DistrictIssuer;
import org.ownpath.exchange.badges.Endorsements;
import org.ownpath.exchange.badges.Issuing;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.DistrictId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the world reads about a district that issues: its badges, its keys, and which credentials it took back. */
@Controller
class IssuerPages {

    private final DistrictIssuer issuer;
    private final Issuing issuing;
    private final Badges badges;
    private final Endorsements endorsements;
    private final Accounts accounts;

    IssuerPages(DistrictIssuer issuer, Issuing issuing, Badges badges, Endorsements endorsements, Accounts accounts) {
        this.issuer = issuer;
        this.issuing = issuing;
        this.badges = badges;
        this.endorsements = endorsements;
        this.accounts = accounts;
    }

    @Allows(Permission.CHECK_CREDENTIALS)
    @GetMapping("/issuers/{slug}/did.json")
    ResponseEntity<String> keys(@PathVariable String slug) {
        return within(slug, issuer::document);
    }

    @Allows(Permission.CHECK_CREDENTIALS)
    @GetMapping("/issuers/{slug}/status/{list}")
    ResponseEntity<String> takenBack(@PathVariable String slug, @PathVariable int list) {
        return within(slug, () -> issuing.statusList(list));
    }

    @Allows(Permission.CHECK_CREDENTIALS)
    @GetMapping("/issuers/{slug}")
    String issuer(@PathVariable String slug, Model model) {
        DistrictId district = issuer.district(slug).orElseThrow(IssuerPages::nobody);
        return DistrictScope.within(district, () -> {
            model.addAttribute("name", accounts.districtName());
            model.addAttribute("slug", slug);
            model.addAttribute(
                    "badges", badges.all().stream().filter(Badge::given).toList());
            return "portal/badges/issuer";
        });
    }

    @Allows(Permission.CHECK_CREDENTIALS)
    @GetMapping("/issuers/{slug}/badges/{badge}")
    String badge(@PathVariable String slug, @PathVariable BadgeId badge, Model model) {
        DistrictId district = issuer.district(slug).orElseThrow(IssuerPages::nobody);
        return DistrictScope.within(district, () -> {
            Badge found = badges.badge(badge)
                    .orElseThrow(
                            () -> new NotFound("This school gives no such badge. Look among those that it gives."));
            model.addAttribute("name", accounts.districtName());
            model.addAttribute("slug", slug);
            model.addAttribute("badge", found);
            model.addAttribute("competencies", badges.competencies(found));
            model.addAttribute("endorsements", endorsements.of(badge));
            return "portal/badges/badge";
        });
    }

    private static NotFound nobody() {
        return new NotFound("Nothing has been issued under this name. Check the address.");
    }

    private ResponseEntity<String> within(String slug, Supplier<Optional<String>> document) {
        return issuer.district(slug)
                .flatMap(district -> DistrictScope.within(district, document))
                .map(text -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noCache())
                        .header("Access-Control-Allow-Origin", "*")
                        .body(text))
                .orElseThrow(IssuerPages::nobody);
    }
}
