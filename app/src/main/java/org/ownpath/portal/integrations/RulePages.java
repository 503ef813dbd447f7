package org.ownpath.portal.integrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.exchange.xapi.rules.EvidenceRuleId;
import org.ownpath.exchange.xapi.rules.EvidenceRules;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a rule by which statements become evidence, trying it on what has come, and what became of it. */
@Controller
class RulePages {

    private static final int LOGGED = 100;

    private final EvidenceRules rules;
    private final Frameworks frameworks;

    RulePages(EvidenceRules rules, Frameworks frameworks) {
        this.rules = rules;
        this.frameworks = frameworks;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/rules/new")
    String form(@RequestParam MultiValueMap<String, String> typed, Model model) {
        return typed.getFirst("competency") == null ? choice(typed, model) : form(read(typed), "", model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/rules")
    String make(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        if (typed.getFirst("competency") == null || typed.getFirst("id") == null) {
            return choice(typed, model);
        }
        RuleForm form = read(typed);
        Optional<String> problem = form.problem().or(() -> rules.problem(form.rule()));
        if (problem.isPresent()) {
            return form(form, problem.get(), model);
        }
        if (form.text("do").equals("try")) {
            model.addAttribute("tried", rules.tried(viewer, form.rule()));
            return form(form, "", model);
        }
        rules.make(viewer, form.rule());
        flash.addFlashAttribute("notice", "From now on, what fits becomes evidence as soon as it comes.");
        return "redirect:/integrations/rules/" + form.rule().id();
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/rules/{evidenceRule}")
    String rule(@AuthenticationPrincipal Viewer viewer, @PathVariable EvidenceRuleId evidenceRule, Model model) {
        EvidenceRule rule = known(viewer, evidenceRule);
        Curriculum curriculum = frameworks.curriculum();
        Optional<Competency> competency = rule.competency().flatMap(curriculum::competency);
        model.addAttribute("rule", rule);
        model.addAttribute("competency", competency);
        model.addAttribute("scale", competency.map(curriculum::scaleOf).orElse(Scale.FOUR_POINT));
        model.addAttribute("inForce", rules.inForce(viewer).contains(rule));
        model.addAttribute("outcomes", rules.outcomes(viewer, Optional.of(evidenceRule), LOGGED));
        return "portal/integrations/rule";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/rules/{evidenceRule}/ending")
    String end(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable EvidenceRuleId evidenceRule,
            RedirectAttributes flash) {
        known(viewer, evidenceRule);
        rules.end(viewer, evidenceRule);
        flash.addFlashAttribute("notice", "The rule has ended. What it made evidence of stays.");
        return "redirect:/integrations";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/rules/{evidenceRule}/looking-back")
    String lookBack(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable EvidenceRuleId evidenceRule,
            RedirectAttributes flash) {
        known(viewer, evidenceRule);
        int statements = rules.lookBack(viewer, evidenceRule);
        flash.addFlashAttribute(
                "notice",
                statements == 0
                        ? "Nothing that has come fits this rule."
                        : "It looks at " + statements + " statements now. Open this page again in a few seconds.");
        return "redirect:/integrations/rules/" + evidenceRule;
    }

    private EvidenceRule known(Viewer viewer, EvidenceRuleId id) {
        return rules.rule(viewer, id)
                .orElseThrow(() -> new NotFound("This rule is not here. Choose one among those of the integrations."));
    }

    private String choice(MultiValueMap<String, String> typed, Model model) {
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        Curriculum curriculum = frameworks.curriculum();
        curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
        model.addAttribute("bySubject", bySubject);
        model.addAttribute("verb", Fields.text(typed, "verb"));
        model.addAttribute("activity", Fields.text(typed, "activity"));
        return "portal/integrations/rule-of-what";
    }

    private String form(RuleForm form, String error, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "id", form.text("id").isEmpty() ? EvidenceRuleId.next().toString() : form.text("id"));
        model.addAttribute("error", error);
        if (!model.containsAttribute("tried")) {
            model.addAttribute("tried", null);
        }
        return "portal/integrations/rule-new";
    }

    private RuleForm read(MultiValueMap<String, String> typed) {
        Curriculum curriculum = frameworks.curriculum();
        String chosen = Fields.text(typed, "competency");
        if (chosen.equals(RuleForm.NAMED)) {
            return new RuleForm(typed, Optional.empty(), Scale.FOUR_POINT);
        }
        Competency competency = curriculum.inUse().stream()
                .filter(each -> each.id().toString().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new NotFound("This competency is not in use. Choose one that is."));
        return new RuleForm(typed, Optional.of(competency), curriculum.scaleOf(competency));
    }
}
