package org.ownpath.portal.leader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Comparison;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.policy.DesignChoices;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.ReplayId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What if another rule held? A leader proposes one, sees what it would change, and adopts it or not. */
@Controller
class WhatIfPages {

    private final WhatIf whatIf;
    private final RuleChoices ruleChoices;
    private final DesignChoices choices;
    private final Access access;

    WhatIfPages(WhatIf whatIf, RuleChoices ruleChoices, DesignChoices choices, Access access) {
        this.whatIf = whatIf;
        this.ruleChoices = ruleChoices;
        this.choices = choices;
        this.access = access;
    }

    @Allows(Permission.ASK_WHAT_IF)
    @GetMapping("/what-if")
    String questions(@AuthenticationPrincipal Viewer viewer, Model model) {
        return questions(viewer, ProposalForm.EMPTY, List.of(), model);
    }

    private String questions(Viewer viewer, ProposalForm form, List<String> problems, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("presets", ruleChoices.presets());
        model.addAttribute("groups", ruleChoices.groups());
        model.addAttribute("latest", whatIf.latest(viewer));
        return "portal/leader/what-if";
    }

    @Allows(Permission.ASK_WHAT_IF)
    @PostMapping("/what-if")
    String ask(@AuthenticationPrincipal Viewer viewer, @ModelAttribute ProposalForm form, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        ProposalForm.Read read = ruleChoices.read(form);
        return read.proposal().isPresent()
                ? ask(viewer, read.proposal().get(), form, model)
                : questions(viewer, form, read.problems(), model);
    }

    /** Asks about the viewer's own draft of design choices. */
    @Allows(Permission.ASK_WHAT_IF)
    @PostMapping("/what-if/drafts")
    String askAboutDraft(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return ask(viewer, Proposal.of(choices.draft(viewer)), ProposalForm.EMPTY, model);
    }

    private String ask(Viewer viewer, Proposal proposal, ProposalForm form, Model model) {
        Asked asked = whatIf.ask(viewer, proposal);
        return asked instanceof Asked.Begun begun
                ? "redirect:/what-if/" + begun.replay()
                : questions(viewer, form, List.of(((Asked.Refused) asked).reason()), model);
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/what-if/{replay}")
    String answer(@AuthenticationPrincipal Viewer viewer, @PathVariable ReplayId replay, Model model) {
        Replay found = found(viewer, replay);
        model.addAttribute("replay", found);
        model.addAttribute("rules", ruleChoices.lines(found));
        model.addAttribute("answers", ruleChoices.answers(found));
        model.addAttribute("subgroups", whatIf.subgroups(viewer, found));
        model.addAttribute("uncounted", ruleChoices.uncounted(found));
        model.addAttribute("leads", viewer.seesWholeDistrict());
        model.addAttribute("fewest", whatIf.fewest());
        found.comparison().ifPresent(comparison -> {
            model.addAttribute("comparison", comparison);
            model.addAttribute("bars", BarsPicture.ofMastery(comparison.subjects()));
            model.addAttribute("flow", FlowPicture.of(comparison.whole().flow()));
            model.addAttribute("parts", parts(comparison));
        });
        return found.comparison().isPresent() ? "portal/leader/what-if-answer" : "portal/leader/what-if-running";
    }

    private static Map<String, List<Comparison.Line>> parts(Comparison comparison) {
        Map<String, List<Comparison.Line>> parts = new LinkedHashMap<>();
        parts.put("Level of the work", comparison.levels());
        parts.put("Grade label", comparison.grades());
        parts.put("Age", comparison.ages());
        parts.put("Group", comparison.groups());
        parts.values().removeIf(List::isEmpty);
        return parts;
    }

    @Allows(Permission.ASK_WHAT_IF)
    @PostMapping("/what-if/{replay}/cancellation")
    String cancel(@AuthenticationPrincipal Viewer viewer, @PathVariable ReplayId replay) {
        whatIf.cancel(viewer, found(viewer, replay).id());
        return "redirect:/what-if/" + replay;
    }

    /** Puts what was replayed into the viewer's draft, where it is adopted from a day and for a reason. */
    @Allows(Permission.ASK_WHAT_IF)
    @PostMapping("/what-if/{replay}/draft")
    String adopt(@AuthenticationPrincipal Viewer viewer, @PathVariable ReplayId replay, RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        choices.keep(
                viewer,
                choices.draft(viewer).with(found(viewer, replay).proposal().choices()));
        flash.addFlashAttribute("notice", "It is in your draft. Say from when and why, and adopt it.");
        return "redirect:/choices/draft";
    }

    private Replay found(Viewer viewer, ReplayId replay) {
        return whatIf.find(viewer, replay).orElseThrow(WhatIfPages::missing);
    }

    static NotFound missing() {
        return new NotFound("This question is not here any more. Ask it anew under 'What if'.");
    }
}
