package org.ownpath.portal.integrations;

import java.util.List;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.caseframework.CaseServers;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Frameworks between this school and others, by CASE: who may read ours, and what other servers offer. */
@Controller
class FrameworkSharingPages {

    private final OpenFrameworks frameworks;
    private final CaseServers servers;

    FrameworkSharingPages(OpenFrameworks frameworks, CaseServers servers) {
        this.frameworks = frameworks;
        this.servers = servers;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/frameworks")
    String page(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String server, Model model) {
        model.addAttribute("address", frameworks.address());
        model.addAttribute("open", frameworks.open());
        model.addAttribute("server", server);
        model.addAttribute("asked", !server.isBlank());
        Read<List<CaseServers.Offered>> offered =
                server.isBlank() ? new Read.Parsed<>(List.of()) : servers.offered(viewer, server);
        model.addAttribute(
                "error",
                offered instanceof Read.Unreadable<?> none
                        ? none.problems().get(0).message()
                        : "");
        model.addAttribute(
                "offered", offered instanceof Read.Parsed<List<CaseServers.Offered>> found ? found.value() : List.of());
        return "portal/integrations/frameworks";
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/frameworks/opening")
    String open(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "false") boolean everybody) {
        frameworks.open(viewer, everybody);
        return "redirect:/integrations/frameworks";
    }
}
