package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Award;
import org.ownpath.credential.AwardId;
import org.ownpath.credential.AwardShowing;
import org.ownpath.credential.AwardShowings;
import org.ownpath.credential.Awarding;
import org.ownpath.credential.Awards;
import org.ownpath.credential.Badge;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.credential.SharedLinks;
import org.ownpath.exchange.badges.DistrictIssuer;
import org.ownpath.exchange.badges.Issuing;
import org.ownpath.exchange.badges.OutsideCredentials;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.QrPicture;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student's badges: what was earned, what is near, giving one, and one award with all that can be done with it. */
@Controller
class BadgePages {

    private static final int NEAREST = 6;

    private final Access access;
    private final Roster roster;
    private final Badges badges;
    private final Awards awards;
    private final AwardShowings showings;
    private final SharedLinks links;
    private final Issuing issuing;
    private final OutsideCredentials outside;
    private final DistrictIssuer issuer;
    private final Clock clock;

    BadgePages(
            Access access,
            Roster roster,
            Badges badges,
            Awards awards,
            AwardShowings showings,
            SharedLinks links,
            Issuing issuing,
            OutsideCredentials outside,
            DistrictIssuer issuer,
            Clock clock) {
        this.access = access;
        this.roster = roster;
        this.badges = badges;
        this.awards = awards;
        this.showings = showings;
        this.links = links;
        this.issuing = issuing;
        this.outside = outside;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Allows(Permission.SEE_OWN_PATH)
    @GetMapping("/badges")
    String mine(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.STUDENT);
        return list(viewer, StudentId.of(viewer.person()), "", model);
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/badges")
    String badges(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, Model model) {
        return list(viewer, student, "", model);
    }

    @Allows(Permission.GIVE_BADGES)
    @PostMapping("/students/{student}/badges")
    String give(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam BadgeId badge,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Awarding awarding = awards.give(viewer, student, badge, words);
        if (awarding instanceof Awarding.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("words", words);
            return list(viewer, student, refused.reason(), model);
        }
        flash.addFlashAttribute("notice", "The badge is given.");
        return "redirect:/students/" + student + "/badges";
    }

    @Allows(Permission.SHARE_A_RECORD)
    @PostMapping("/students/{student}/learning-record")
    String record(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, RedirectAttributes flash) {
        if (!links.mayShare(viewer, student)) {
            throw new NotAllowed("A learning record is made by the student or by the school's office.");
        }
        AwardId made = awards.giveRecord(viewer, person(student).student());
        flash.addFlashAttribute(
                "notice", "The learning record is made: everything mastered by today, and every badge.");
        return "redirect:/students/" + student + "/badges/" + made;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/badges/{award}")
    String award(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable AwardId award,
            Model model) {
        return one(viewer, held(viewer, student, award), "", model);
    }

    @Allows(Permission.SHARE_A_RECORD)
    @PostMapping("/students/{student}/badges/{award}/showing")
    String show(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable AwardId award,
            @RequestParam(defaultValue = "365") int days,
            Model model) {
        Award held = held(viewer, student, award);
        Optional<String> problem = showings.show(viewer, held, days);
        return problem.map(why -> one(viewer, held, why, model)).orElseGet(() -> redirect(held) + "#shown");
    }

    @Allows(Permission.SHARE_A_RECORD)
    @PostMapping("/students/{student}/badges/{award}/showing/end")
    String hide(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable AwardId award,
            RedirectAttributes flash) {
        Award held = held(viewer, student, award);
        showings.hide(viewer, held);
        flash.addFlashAttribute("notice", "Its address opens no more.");
        return redirect(held);
    }

    @Allows(Permission.DEFINE_BADGES)
    @PostMapping("/students/{student}/badges/{award}/revocation")
    String revoke(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable AwardId award,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Award held = held(viewer, student, award);
        Optional<String> problem = awards.revoke(viewer, award, reason);
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return one(viewer, held, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "It is taken back. Whoever checks it is told so from now on.");
        return redirect(held);
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping({
        "/students/{student}/badges/{award}/credential.json",
        "/students/{student}/badges/{award}/credential.jwt",
        "/students/{student}/badges/{award}/credential.svg"
    })
    ResponseEntity<String> file(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable AwardId award,
            HttpServletRequest request) {
        return CredentialFile.of(request, held(viewer, student, award), issuing);
    }

    private Award held(Viewer viewer, StudentId student, AwardId id) {
        return awards.award(viewer, id)
                .filter(award -> award.student().equals(student))
                .orElseThrow(() -> new NotFound("This student has no such badge. Look among the student's badges."));
    }

    private static String redirect(Award award) {
        return "redirect:/students/" + award.student() + "/badges/" + award.id();
    }

    private String list(Viewer viewer, StudentId student, String error, Model model) {
        access.requireView(viewer, student);
        common(viewer, student, error, model);
        model.addAttribute("awards", awards.of(viewer, student));
        model.addAttribute("elsewhere", outside.of(viewer, student));
        model.addAttribute(
                "ahead", awards.ahead(viewer, student).stream().limit(NEAREST).toList());
        model.addAttribute(
                "toGive",
                Permission.GIVE_BADGES.has(viewer)
                                && !access.recordable(viewer, Set.of(student)).isEmpty()
                        ? badges.all().stream()
                                .filter(badge -> badge.given() && !badge.automatic())
                                .toList()
                        : List.<Badge>of());
        return "portal/badges/list";
    }

    private String one(Viewer viewer, Award award, String error, Model model) {
        common(viewer, award.student(), error, model);
        Optional<AwardShowing> showing = showings.of(award.id());
        Optional<String> address = showing.map(shown -> issuer.page("/shared/badges/" + shown.address()));
        model.addAttribute("award", award);
        model.addAttribute("showing", showing);
        model.addAttribute("address", address.orElse(""));
        model.addAttribute("qr", address.map(QrPicture::of));
        model.addAttribute("mayRevoke", Permission.DEFINE_BADGES.has(viewer));
        return "portal/badges/award";
    }

    private Person person(StudentId student) {
        return roster.person(student.person()).orElseThrow(NotFound::student);
    }

    private void common(Viewer viewer, StudentId student, String error, Model model) {
        Person person = person(student);
        model.addAttribute("person", person);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("mayShare", links.mayShare(viewer, student));
        model.addAttribute("now", clock.instant());
        model.addAttribute("error", error);
    }
}
