package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.credential.Award;
import org.ownpath.credential.AwardShowings;
import org.ownpath.exchange.badges.Issuing;
import org.ownpath.exchange.badges.Verification;
import org.ownpath.portal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a student shows to the world: the award, checked at that moment, and its files. */
@Controller
class SharedBadgePage {

    private final AwardShowings showings;
    private final Issuing issuing;
    private final Verification verification;

    SharedBadgePage(AwardShowings showings, Issuing issuing, Verification verification) {
        this.showings = showings;
        this.issuing = issuing;
        this.verification = verification;
    }

    @Allows(Permission.OPEN_A_SHARED_RECORD)
    @GetMapping("/shared/badges/{address}")
    String shown(@PathVariable String address, Model model, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return opened(address, award -> {
            model.addAttribute("award", award);
            model.addAttribute("verdict", verification.of(issuing.of(award).document()));
            model.addAttribute("address", address);
            return "portal/badges/shared";
        });
    }

    @Allows(Permission.OPEN_A_SHARED_RECORD)
    @GetMapping({
        "/shared/badges/{address}/credential.json",
        "/shared/badges/{address}/credential.jwt",
        "/shared/badges/{address}/credential.svg"
    })
    ResponseEntity<String> file(@PathVariable String address, HttpServletRequest request) {
        return opened(address, award -> CredentialFile.of(request, award, issuing));
    }

    private <T> T opened(String address, Function<Award, T> show) {
        return showings.district(address)
                .flatMap(district -> DistrictScope.within(
                        district, () -> showings.open(address).map(show)))
                .orElseThrow(
                        () -> new NotFound(
                                "Nothing is shown here. The time may be over, or its owner took it down: ask whoever gave you the address."));
    }
}
