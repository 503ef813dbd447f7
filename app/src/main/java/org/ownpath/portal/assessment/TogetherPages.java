package org.ownpath.portal.assessment;

import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Agreements;
import org.ownpath.assessment.Colleagues;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Reply;
import org.ownpath.portal.Fields;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Scoring with others: handing over, a second scorer, an assessor from outside, and how far scorers agree. */
@Controller
class TogetherPages {

    private final Colleagues colleagues;
    private final OutsideAssessors outside;
    private final Agreements agreements;
    private final Lines lines;

    TogetherPages(Colleagues colleagues, OutsideAssessors outside, Agreements agreements, Lines lines) {
        this.colleagues = colleagues;
        this.outside = outside;
        this.agreements = agreements;
        this.lines = lines;
    }

    @Allows(Permission.SCORE_WORK)
    @GetMapping("/assess/agreement")
    String agreement(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("report", agreements.report(viewer));
        return "portal/assessment/agreement";
    }

    @Allows(Permission.SCORE_WORK)
    @PostMapping("/demonstrations/{demonstration}/hand-over")
    String handOver(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        Reply reply = Fields.id(to, PersonId::of)
                .map(person -> colleagues.handOver(viewer, demonstration, person, words))
                .orElseGet(TogetherPages::nobody);
        return answer(line, reply, "Handed over.", flash);
    }

    @Allows(Permission.SCORE_WORK)
    @PostMapping("/demonstrations/{demonstration}/second-scorer")
    String second(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        Reply reply = Fields.id(to, PersonId::of)
                .map(person -> colleagues.inviteSecond(viewer, demonstration, person))
                .orElseGet(TogetherPages::nobody);
        return answer(line, reply, "Your colleague scores it too, without seeing your marks.", flash);
    }

    @Allows(Permission.SCORE_WORK)
    @PostMapping("/demonstrations/{demonstration}/outside-links")
    String invite(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > 120) {
            return answer(
                    line,
                    Reply.refused("Who is it for? Write name and work, such as 'Rosa Lind, engineer'."),
                    "",
                    flash);
        }
        String token = outside.invite(viewer, line.demonstration(), plain);
        flash.addFlashAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/outside/" + token)
                        .toUriString());
        return "redirect:" + line.href();
    }

    @Allows(Permission.SCORE_WORK)
    @PostMapping("/demonstrations/{demonstration}/outside-links/{invitation}/end")
    String end(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @PathVariable("invitation") UUID link,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        outside.end(viewer, line.demonstration(), link);
        return answer(line, new Reply.Done(), "The link opens nothing any more.", flash);
    }

    private static Reply nobody() {
        return Reply.refused("Nobody is chosen. Choose a colleague.");
    }

    private static String answer(Line line, Reply reply, String done, RedirectAttributes flash) {
        Optional.of(reply.reasons())
                .filter(reasons -> !reasons.isEmpty())
                .ifPresentOrElse(
                        reasons -> flash.addFlashAttribute("refused", reasons),
                        () -> flash.addFlashAttribute("notice", done));
        return "redirect:" + line.href();
    }
}
