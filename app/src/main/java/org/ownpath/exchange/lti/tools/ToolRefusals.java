package org.ownpath.exchange.lti.tools;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.LtiRefusals;
import org.ownpath.exchange.lti.SignedMessages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is refused as OAuth 2 does: the standard's word, and one sentence that a developer can act upon. */
@RestControllerAdvice(
        assignableTypes = {ToolsResource.class, MembersResource.class, LineItemsResource.class, ScoresResource.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ToolRefusals {

    private static final int DISTRICT = 2;

    private final LtiRefusals refusals;
    private final ToolRows tools;
    private final Accounts accounts;

    ToolRefusals(LtiRefusals refusals, ToolRows tools, Accounts accounts) {
        this.refusals = refusals;
        this.tools = tools;
        this.accounts = accounts;
    }

    @ExceptionHandler(ToolRefused.class)
    ResponseEntity<String> refused(ToolRefused refused, HttpServletRequest request) {
        // that something is not here is an answer, and no failure of the tool
        if (refused.status() != HttpStatus.NOT_FOUND) {
            note(request, refused.why());
        }
        return answer(refused.status(), refused.error(), refused.why());
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<String> notAllowed(NotAllowed refused, HttpServletRequest request) {
        note(request, String.valueOf(refused.getMessage()));
        return answer(HttpStatus.FORBIDDEN, "access_denied", String.valueOf(refused.getMessage()));
    }

    private void note(HttpServletRequest request, String why) {
        String[] path = request.getRequestURI().split("/", -1);
        accounts.district(path.length > DISTRICT ? path[DISTRICT] : "")
                .ifPresent(district -> DistrictScope.run(
                        district, () -> refusals.note(sender(request), words(request.getRequestURI()), why)));
    }

    /** By its access token, or as whoever it says that it is. */
    private String sender(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Optional<Tool> known = who != null && who.getPrincipal() instanceof Viewer viewer
                ? tools.ofAccount(viewer.account())
                : Optional.empty();
        return known.or(() -> Optional.ofNullable(request.getParameter("client_assertion"))
                        .flatMap(SignedMessages::unproven)
                        .flatMap(claims -> Optional.ofNullable(claims.getSubject()))
                        .flatMap(tools::connected))
                .map(Tool::name)
                .orElse(LtiRefusals.UNKNOWN);
    }

    private static String words(String path) {
        if (path.endsWith("/token")) {
            return "asked for access";
        }
        if (path.endsWith("/registration")) {
            return "asked to be registered";
        }
        return path.endsWith("/scores") ? "sent a score" : "asked for classes or line items";
    }

    private static ResponseEntity<String> answer(HttpStatus status, String error, String why) {
        ObjectNode body = StrictJson.empty();
        body.put("error", error);
        body.put("error_description", why);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.toString());
    }
}
