package org.ownpath.portal.integrations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.exchange.lti.platforms.ContentRequest;
import org.ownpath.exchange.lti.platforms.ContentRequests;
import org.ownpath.exchange.lti.platforms.Linked;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A teacher picks what links of a learning management system open here. */
@Controller
class ContentRequestPages {

    private final ContentRequests requests;
    private final Platforms platforms;
    private final Frameworks frameworks;
    private final Tasks tasks;

    ContentRequestPages(ContentRequests requests, Platforms platforms, Frameworks frameworks, Tasks tasks) {
        this.requests = requests;
        this.platforms = platforms;
        this.frameworks = frameworks;
        this.tasks = tasks;
    }

    @Allows(Permission.PICK_FOR_OTHER_SYSTEMS)
    @GetMapping("/links/{contentRequest}")
    String open(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID contentRequest, Model model) {
        return shown(viewer, request(viewer, contentRequest), "", model);
    }

    @Allows(Permission.PICK_FOR_OTHER_SYSTEMS)
    @PostMapping("/links/{contentRequest}")
    String picked(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID contentRequest,
            @RequestParam(defaultValue = "") List<String> link,
            @RequestParam(name = "do", defaultValue = "add") String wish,
            HttpServletResponse response,
            Model model) {
        ContentRequest request = request(viewer, contentRequest);
        List<Linked> picked = link.stream()
                .flatMap(path -> Linked.at(path).stream())
                .distinct()
                .toList();
        if (wish.equals("add") && picked.isEmpty()) {
            response.setStatus(422);
            return shown(viewer, request, "Nothing is chosen. Choose what the link is to open.", model);
        }
        ContentRequests.Answered answered = requests.answer(viewer, request, wish.equals("add") ? picked : List.of());
        if (answered instanceof ContentRequests.Answered.Sent sent) {
            return ToolMessages.passedOn(
                    sent.systemName(), sent.there(), Map.of("JWT", sent.message()), response, model);
        }
        response.setStatus(422);
        return shown(viewer, request, ((ContentRequests.Answered.Refused) answered).why(), model);
    }

    private ContentRequest request(Viewer viewer, UUID id) {
        return requests.open(viewer, id)
                .orElseThrow(() -> new NotFound("This was answered, or is too old. Begin again in the other system."));
    }

    private String shown(Viewer viewer, ContentRequest request, String error, Model model) {
        Curriculum curriculum = frameworks.curriculum();
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
        model.addAttribute("content", request);
        model.addAttribute(
                "system",
                platforms
                        .find(request.platform())
                        .map(platform -> platform.described().name())
                        .orElse("the other system"));
        model.addAttribute(
                "tasks", tasks.library(viewer).stream().filter(Task::offered).toList());
        model.addAttribute("bySubject", bySubject);
        model.addAttribute("error", error);
        return "portal/integrations/content";
    }
}
