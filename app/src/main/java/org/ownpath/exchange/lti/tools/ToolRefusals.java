package org.ownpath.exchange.lti.tools;

import org.ownpath.access.NotAllowed;
import org.ownpath.exchange.StrictJson;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is refused as OAuth 2 does: the standard's word, and one sentence that a developer can act upon. */
@RestControllerAdvice(
        assignableTypes = {ToolsResource.class, MembersResource.class, LineItemsResource.class, ScoresResource.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ToolRefusals {

    @ExceptionHandler(ToolRefused.class)
    ResponseEntity<String> refused(ToolRefused refused) {
        return answer(refused.status(), refused.error(), refused.why());
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<String> notAllowed(NotAllowed refused) {
        return answer(HttpStatus.FORBIDDEN, "access_denied", String.valueOf(refused.getMessage()));
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
