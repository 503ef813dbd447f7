package org.ownpath.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.platforms.Linked;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Framework;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.FrameworkId;
import org.ownpath.shared.GradeLevel;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The framework, open to everybody at all times: what there is to learn and what good work looks like. */
@Controller
class FrameworkPage {

    private final Frameworks frameworks;
    private final Platforms platforms;
    private final LtiAddress lti;

    FrameworkPage(Frameworks frameworks, Platforms platforms, LtiAddress lti) {
        this.frameworks = frameworks;
        this.platforms = platforms;
        this.lti = lti;
    }

    @Allows(Permission.READ_THE_FRAMEWORK)
    @GetMapping("/framework")
    String browse(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Optional<FrameworkId> framework,
            @RequestParam Optional<String> subject,
            Model model) {
        Curriculum curriculum = frameworks.curriculum();
        List<Framework> all = curriculum.frameworks();
        Optional<Framework> shown =
                framework.flatMap(curriculum::framework).or(() -> all.stream().findFirst());
        List<Competency> competencies = shown.map(f -> curriculum.of(f.id())).orElse(List.of());
        List<String> subjects = competencies.stream()
                .sorted(Comparator.comparingInt(Competency::position))
                .map(Competency::subject)
                .distinct()
                .toList();
        String chosen = subject.filter(subjects::contains).orElse(subjects.isEmpty() ? "" : subjects.get(0));
        model.addAttribute("frameworks", all);
        model.addAttribute("shown", shown);
        model.addAttribute("subjects", subjects);
        model.addAttribute("subject", chosen);
        model.addAttribute(
                "levels",
                byLevel(competencies.stream()
                        .filter(c -> c.subject().equals(chosen))
                        .toList()));
        model.addAttribute("mayAdopt", viewer.is(Role.ADMINISTRATOR) || viewer.is(Role.LEADER));
        return "portal/framework";
    }

    /** Competencies by what people call their level, in the order of levels; those of none last. */
    private static Map<String, List<Competency>> byLevel(List<Competency> competencies) {
        Map<String, List<Competency>> levels = new LinkedHashMap<>();
        competencies.stream()
                .sorted(Comparator.comparingInt(competency -> competency.level().orElse(Integer.MAX_VALUE)))
                .forEach(competency -> levels.computeIfAbsent(level(competency), first -> new ArrayList<>())
                        .add(competency));
        return levels;
    }

    private static String level(Competency competency) {
        return competency.level().isPresent()
                ? GradeLevel.title(competency.level().getAsInt())
                : "Of no level";
    }

    @Allows(Permission.ADOPT_FRAMEWORKS)
    @PostMapping("/framework/{framework}/use")
    String use(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable FrameworkId framework,
            @RequestParam boolean inUse,
            RedirectAttributes flash) {
        frameworks.use(viewer, framework, inUse);
        flash.addFlashAttribute(
                "notice",
                inUse ? "It is on students' paths now." : "It is kept for reference and off students' paths.");
        return "redirect:/framework?framework=" + framework;
    }

    @Allows(Permission.READ_THE_FRAMEWORK)
    @GetMapping("/framework/competencies/{competency}")
    String competency(@AuthenticationPrincipal Viewer viewer, @PathVariable CompetencyId competency, Model model) {
        Curriculum curriculum = frameworks.curriculum();
        Competency found = curriculum
                .competency(competency)
                .orElseThrow(() -> new NotFound("This competency is in no framework here. Look in the framework."));
        model.addAttribute("competency", found);
        model.addAttribute("framework", curriculum.frameworkOf(found));
        model.addAttribute("before", curriculum.all(curriculum.graph().prerequisites(competency)));
        model.addAttribute("after", curriculum.all(curriculum.graph().dependents(competency)));
        model.addAttribute("elsewhere", elsewhere(viewer, competency));
        return "portal/competency";
    }

    /** Where a link in a learning management system leads to open the competency here, for staff, once one is connected. */
    private Optional<String> elsewhere(Viewer viewer, CompetencyId competency) {
        return viewer.isStaff() && !platforms.inUse().isEmpty()
                ? Optional.of(lti.of(new Linked.OfCompetency(competency).path()))
                : Optional.empty();
    }
}
