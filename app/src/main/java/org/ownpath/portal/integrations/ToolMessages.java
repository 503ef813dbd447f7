package org.ownpath.portal.integrations;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.tools.Launches;
import org.ownpath.exchange.lti.tools.Launching;
import org.ownpath.exchange.lti.tools.Picking;
import org.ownpath.portal.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Messages to and from learning tools that go through somebody's browser. What comes from a tool is turned at once into a
 * request of the person's own, which alone brings their session along.
 */
@Controller
class ToolMessages {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

    private static final List<String> PARAMETERS = List.of(
            "scope",
            "response_type",
            "response_mode",
            "prompt",
            "client_id",
            "redirect_uri",
            "login_hint",
            "lti_message_hint",
            "state",
            "nonce");

    private final Launches launches;
    private final Picking picking;
    private final Accounts accounts;

    ToolMessages(Launches launches, Picking picking, Accounts accounts) {
        this.launches = launches;
        this.picking = picking;
        this.accounts = accounts;
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @RequestMapping(
            path = "/lti/{slug}/authorize",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> asked(@PathVariable String slug, @RequestParam Map<String, String> asked) {
        UriComponentsBuilder there = UriComponentsBuilder.fromPath("/tools/authorization");
        PARAMETERS.stream().filter(asked::containsKey).forEach(name -> there.queryParam(name, "{" + name + "}"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        there.encode().buildAndExpand(asked).toUriString())
                .build();
    }

    @Allows(Permission.OPEN_LEARNING_TOOLS)
    @GetMapping("/tools/authorization")
    String authorize(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Map<String, String> asked,
            HttpServletResponse response,
            Model model) {
        Launching launching = launches.answer(viewer, asked);
        if (launching instanceof Launching.Refused refused) {
            return refused("This tool cannot be opened", refused.why(), response, model);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (launching instanceof Launching.Sent sent) {
            fields.put("id_token", sent.message());
            fields.put("state", sent.state());
            return passedOn(sent.toolName(), sent.redirect(), fields, response, model);
        }
        Launching.Told told = (Launching.Told) launching;
        fields.put("error", told.error());
        fields.put("error_description", told.why());
        fields.put("state", told.state());
        return passedOn(told.toolName(), told.redirect(), fields, response, model);
    }

    /** A page that sends fields on to another system, in the browser of whoever opens it. */
    static String passedOn(
            String toolName, String redirect, Map<String, String> fields, HttpServletResponse response, Model model) {
        response.setHeader(
                "Content-Security-Policy", CONTENT_POLICY + URI.create(redirect).getScheme() + ":");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("toolName", toolName);
        model.addAttribute("there", redirect);
        model.addAttribute("fields", fields);
        return "portal/integrations/passed-on";
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @PostMapping("/lti/{slug}/picked")
    String picked(
            @PathVariable String slug,
            @RequestParam(name = "JWT", defaultValue = "") String message,
            HttpServletResponse response,
            Model model) {
        Picking.Taken taken = DistrictScope.within(
                accounts.district(slug).orElseThrow(() -> new NotFound("No school has this address.")),
                () -> picking.take(message));
        if (taken instanceof Picking.Taken.Done done) {
            return "redirect:/activities/picked/" + done.pick();
        }
        return refused("Nothing was added", ((Picking.Taken.Refused) taken).why(), response, model);
    }

    /** A page that says why; also for those who come without a session, to whom nothing else is shown. */
    static String refused(String heading, String why, HttpServletResponse response, Model model) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("heading", heading);
        model.addAttribute("text", why);
        model.addAttribute("number", "");
        return "portal/refusal";
    }
}
