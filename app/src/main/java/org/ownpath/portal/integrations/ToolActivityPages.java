package org.ownpath.portal.integrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.tools.Picking;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.exchange.lti.tools.ToolLink;
import org.ownpath.exchange.lti.tools.ToolLinks;
import org.ownpath.exchange.lti.tools.Tools;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Activities;
import org.ownpath.portal.ActivityOpenings;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.ActivityId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding content of learning tools to the catalogue, and opening it. */
@Controller
class ToolActivityPages {

    private static final double USUAL_MAXIMUM = 100;

    private final Access access;
    private final Tools tools;
    private final ToolLinks links;
    private final Picking picking;
    private final ActivityOpenings openings;
    private final Activities activities;
    private final Frameworks frameworks;

    ToolActivityPages(
            Access access,
            Tools tools,
            ToolLinks links,
            Picking picking,
            ActivityOpenings openings,
            Activities activities,
            Frameworks frameworks) {
        this.access = access;
        this.tools = tools;
        this.links = links;
        this.picking = picking;
        this.openings = openings;
        this.activities = activities;
        this.frameworks = frameworks;
    }

    @Allows(Permission.FIND_ACTIVITIES)
    @GetMapping("/activities/{activity}/opening")
    String open(@AuthenticationPrincipal Viewer viewer, @PathVariable ActivityId activity) {
        return activities
                .find(viewer, activity)
                .flatMap(found -> openings.open(viewer, found.id()))
                .map(there -> "redirect:" + there)
                .orElseThrow(() -> new NotFound("This activity opens nothing here now. Look in the catalogue."));
    }

    @Allows(Permission.VET_ACTIVITIES)
    @GetMapping("/activities/from-tools")
    String form(@RequestParam MultiValueMap<String, String> typed, Model model) {
        return shown(typed, "", model);
    }

    @Allows(Permission.VET_ACTIVITIES)
    @PostMapping("/activities/from-tools")
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        access.requireStaff(viewer);
        Optional<Tool> tool = tool(typed);
        Optional<Competency> competency = competency(typed);
        if (tool.isEmpty() || competency.isEmpty() || typed.getFirst("do") == null) {
            return shown(typed, "", model);
        }
        CountingForm form = new CountingForm(typed, frameworks.curriculum().scaleOf(competency.get()));
        if (form.problem().isPresent()) {
            return shown(typed, form.problem().get(), model);
        }
        ToolLink.Counting counting = new ToolLink.Counting(competency.get().id(), form.steps(), form.nature());
        return form.text("do").equals("pick")
                ? pick(viewer, tool.get(), counting, typed, model)
                : byAddress(
                        viewer,
                        new ToolLinks.Wish(
                                tool.get().id(),
                                new ToolLink.Content(
                                        form.text("title"),
                                        form.text(
                                                "target", tool.get().addresses().target()),
                                        Map.of()),
                                form.text("about"),
                                USUAL_MAXIMUM,
                                counting),
                        typed,
                        flash,
                        model);
    }

    private String pick(
            Viewer viewer, Tool tool, ToolLink.Counting counting, MultiValueMap<String, String> typed, Model model) {
        Picking.Begun begun = picking.begin(viewer, tool.id(), counting);
        if (begun instanceof Picking.Begun.Go go) {
            // a link and no redirect: the answer to a form may not leave this site
            model.addAttribute("toolName", tool.name());
            model.addAttribute("there", go.there().toString());
            return "portal/integrations/to-the-tool";
        }
        return shown(typed, ((Picking.Begun.Refused) begun).why(), model);
    }

    private String byAddress(
            Viewer viewer,
            ToolLinks.Wish wish,
            MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        ActivityId id = sent(typed);
        Optional<String> problem = links.add(viewer, id, wish);
        if (problem.isPresent()) {
            return shown(typed, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "It is in the catalogue. What students do there counts as you said.");
        return "redirect:/activities/" + id;
    }

    @Allows(Permission.VET_ACTIVITIES)
    @GetMapping("/activities/picked/{pick}")
    String picked(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID pick, Model model) {
        access.requireStaff(viewer);
        model.addAttribute(
                "said",
                picking.said(viewer, pick)
                        .orElseThrow(() -> new NotFound("Nothing was picked here. Look in the catalogue.")));
        return "portal/integrations/picked";
    }

    private String shown(MultiValueMap<String, String> typed, String error, Model model) {
        Curriculum curriculum = frameworks.curriculum();
        Optional<Competency> competency = competency(typed);
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
        model.addAttribute("tools", tools.inUse());
        model.addAttribute("tool", tool(typed));
        model.addAttribute("competency", competency);
        model.addAttribute("bySubject", bySubject);
        model.addAttribute("form", competency.map(found -> new CountingForm(typed, curriculum.scaleOf(found))));
        model.addAttribute("id", sent(typed).toString());
        model.addAttribute("error", error);
        return "portal/integrations/from-tools";
    }

    private Optional<Tool> tool(MultiValueMap<String, String> typed) {
        String chosen = Fields.text(typed, "tool");
        return tools.inUse().stream()
                .filter(each -> each.id().toString().equals(chosen))
                .findFirst();
    }

    private Optional<Competency> competency(MultiValueMap<String, String> typed) {
        String chosen = Fields.text(typed, "competency");
        return frameworks.curriculum().inUse().stream()
                .filter(each -> each.id().toString().equals(chosen))
                .findFirst();
    }

    private static ActivityId sent(MultiValueMap<String, String> typed) {
        return Fields.id(Fields.text(typed, "id"), ActivityId::of).orElseGet(ActivityId::next);
    }
}
