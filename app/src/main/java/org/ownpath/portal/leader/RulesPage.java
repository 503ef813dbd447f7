package org.ownpath.portal.leader;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Framework;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of mastery in force, each as a sentence, and adopting another. */
@Controller
public class RulesPage {

    private final Access access;
    private final Rules rules;
    private final Frameworks frameworks;
    private final Clock clock;

    RulesPage(Access access, Rules rules, Frameworks frameworks, Clock clock) {
        this.access = access;
        this.rules = rules;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** A subject with a rule of its own. */
    public record InForce(String subject, RuleVersion version) {}

    @GetMapping("/rules")
    String rules(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return page(model, "");
    }

    @PostMapping("/rules")
    String adopt(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam String preset,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Optional<Preset> chosen = Presets.find(preset, threshold());
        if (chosen.isEmpty() || reason.isBlank()) {
            return page(model, "Choose a rule and write why you adopt it, so that whoever asks later can read it.");
        }
        rules.adopt(
                viewer,
                Optional.of(subject).filter(frameworks.curriculum().subjects()::contains),
                chosen.get().title(),
                chosen.get().rule(),
                reason);
        flash.addFlashAttribute(
                "notice",
                "'" + chosen.get().title() + "' is in force. Every judgement is being made anew in the background.");
        return "redirect:/rules";
    }

    private String page(Model model, String error) {
        RuleBook book = rules.book();
        Curriculum curriculum = frameworks.curriculum();
        model.addAttribute(
                "inForce",
                curriculum.subjects().stream()
                        .map(subject -> new InForce(subject, book.inForce(subject, clock.instant())))
                        .filter(rule -> rule.version().subject().isPresent())
                        .toList());
        model.addAttribute("district", book.inForce(clock.instant()));
        model.addAttribute("history", book.versions());
        model.addAttribute("presets", byGroup(Presets.forThreshold(threshold())));
        model.addAttribute("subjects", curriculum.subjects());
        model.addAttribute("error", error);
        return "portal/leader/rules";
    }

    private static Map<String, List<Preset>> byGroup(List<Preset> presets) {
        return presets.stream().collect(Collectors.groupingBy(Preset::group, LinkedHashMap::new, Collectors.toList()));
    }

    private double threshold() {
        List<Framework> inUse = frameworks.curriculum().frameworks();
        return inUse.isEmpty()
                ? Scale.FOUR_POINT.mastery()
                : inUse.get(0).scale().mastery();
    }
}
