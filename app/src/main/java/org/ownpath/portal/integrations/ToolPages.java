package org.ownpath.portal.integrations;

import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.LtiKeys;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.exchange.lti.tools.ToolId;
import org.ownpath.exchange.lti.tools.ToolLinks;
import org.ownpath.exchange.lti.tools.Tools;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connecting learning tools, and what each of them has in the catalogue. */
@Controller
class ToolPages {

    private final Tools tools;
    private final ToolLinks links;
    private final LtiKeys keys;
    private final LtiAddress address;

    ToolPages(Tools tools, ToolLinks links, LtiKeys keys, LtiAddress address) {
        this.tools = tools;
        this.links = links;
        this.keys = keys;
        this.address = address;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/tools/new")
    String form(Model model) {
        return form(new ToolForm(new LinkedMultiValueMap<>()), "", model);
    }

    private String form(ToolForm form, String error, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("id", form.text("id").isEmpty() ? ToolId.next().toString() : form.text("id"));
        model.addAttribute("error", error);
        model.addAttribute("offer", "");
        return "portal/integrations/tool-new";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/tools")
    String connect(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        ToolForm form = new ToolForm(typed);
        Optional<ToolId> id = form.id(ToolId::of);
        Optional<String> problem =
                id.isEmpty() ? Optional.of("Fill in the form.") : tools.connect(viewer, id.get(), form.described());
        if (problem.isPresent()) {
            return form(form, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "The tool is connected. Enter the values below in its settings.");
        return "redirect:/integrations/tools/" + id.get();
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/tools/offers")
    String offer(@AuthenticationPrincipal Viewer viewer, Model model) {
        String token = tools.offer(viewer);
        form(new ToolForm(new LinkedMultiValueMap<>()), "", model);
        model.addAttribute("offer", token);
        model.addAttribute("configuration", address.of("/openid-configuration"));
        return "portal/integrations/tool-new";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/tools/{learningTool}")
    String tool(@PathVariable ToolId learningTool, Model model) {
        Tool tool = known(learningTool);
        model.addAttribute("tool", tool);
        model.addAttribute("contents", links.ofTool(learningTool));
        model.addAttribute("lti", address);
        return "portal/integrations/tool";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/tools/{learningTool}/ending")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable ToolId learningTool, RedirectAttributes flash) {
        known(learningTool);
        tools.end(viewer, learningTool);
        flash.addFlashAttribute("notice", "The tool is disconnected. What it scored stays.");
        return "redirect:/integrations";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/tools/key-renewal")
    String renew(@AuthenticationPrincipal Viewer viewer, RedirectAttributes flash) {
        keys.renew(viewer);
        flash.addFlashAttribute("notice", "A new key signs from now on. Tools find it by themselves.");
        return "redirect:/integrations";
    }

    private Tool known(ToolId id) {
        return tools.find(id).orElseThrow(() -> new NotFound("This tool is not connected. Look among those that are."));
    }
}
