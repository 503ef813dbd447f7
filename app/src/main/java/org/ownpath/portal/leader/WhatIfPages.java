package org.ownpath.portal.leader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Preset;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Comparison;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.policy.RuleVersion;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.ReplayId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What if another rule held? A leader proposes one, sees what it would change, and adopts it or not. */
@Controller
class WhatIfPages {

    private final WhatIf whatIf;
    private final RuleChoices choices;
    private final Access access;

    WhatIfPages(WhatIf whatIf, RuleChoices choices, Access access) {
        this.whatIf = whatIf;
        this.choices = choices;
        this.access = access;
    }

    @GetMapping("/what-if")
    String questions(@AuthenticationPrincipal Viewer viewer, Model model) {
        return questions(viewer, ProposalForm.EMPTY, List.of(), model);
    }

    private String questions(Viewer viewer, ProposalForm form, List<String> problems, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("presets", byGroup(choices.presets(form.forSubject())));
        model.addAttribute("subjects", choices.subjects());
        model.addAttribute("latest", whatIf.latest(viewer));
        return "portal/leader/what-if";
    }

    private static Map<String, List<Preset>> byGroup(List<Preset> presets) {
        return presets.stream().collect(Collectors.groupingBy(Preset::group, LinkedHashMap::new, Collectors.toList()));
    }

    @PostMapping("/what-if")
    String ask(@AuthenticationPrincipal Viewer viewer, @ModelAttribute ProposalForm form, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        ProposalForm.Read read = choices.read(form);
        if (read.proposal().isEmpty()) {
            return questions(viewer, form, read.problems(), model);
        }
        Asked asked = whatIf.ask(viewer, read.proposal().get());
        return asked instanceof Asked.Begun begun
                ? "redirect:/what-if/" + begun.replay()
                : questions(viewer, form, List.of(((Asked.Refused) asked).reason()), model);
    }

    @GetMapping("/what-if/{replay}")
    String answer(@AuthenticationPrincipal Viewer viewer, @PathVariable ReplayId replay, Model model) {
        return answer(viewer, found(viewer, replay), "", model);
    }

    private String answer(Viewer viewer, Replay replay, String error, Model model) {
        model.addAttribute("replay", replay);
        model.addAttribute("inForce", whatIf.inForce(replay));
        model.addAttribute("leads", viewer.seesWholeDistrict());
        model.addAttribute("error", error);
        replay.comparison().ifPresent(comparison -> {
            model.addAttribute("comparison", comparison);
            model.addAttribute("bars", BarsPicture.of(comparison.subjects()));
            model.addAttribute("flow", FlowPicture.of(comparison.whole().flow()));
            model.addAttribute("parts", parts(comparison));
        });
        return replay.comparison().isPresent() ? "portal/leader/what-if-answer" : "portal/leader/what-if-running";
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

    @PostMapping("/what-if/{replay}/cancellation")
    String cancel(@AuthenticationPrincipal Viewer viewer, @PathVariable ReplayId replay) {
        whatIf.cancel(viewer, found(viewer, replay).id());
        return "redirect:/what-if/" + replay;
    }

    @PostMapping("/what-if/{replay}/adoption")
    String adopt(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ReplayId replay,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Replay chosen = found(viewer, replay);
        if (reason.isBlank()) {
            return answer(viewer, chosen, "Write why you adopt it, so that whoever asks later can read it.", model);
        }
        Optional<RuleVersion> adopted = whatIf.adopt(viewer, chosen, reason);
        flash.addFlashAttribute(
                "notice",
                "'" + chosen.proposal().title() + "' is in force"
                        + (adopted.isPresent()
                                ? ". Every judgement is being made anew in the background."
                                : " already."));
        return "redirect:/rules";
    }

    private Replay found(Viewer viewer, ReplayId replay) {
        return whatIf.find(viewer, replay).orElseThrow(WhatIfPages::missing);
    }

    static NotFound missing() {
        return new NotFound("This question is not here any more. Ask it anew under 'What if'.");
    }
}
