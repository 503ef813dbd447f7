package org.ownpath.exchange.xapi;

import jakarta.servlet.http.HttpServletRequest;
import org.ownpath.access.NotAllowed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what is refused by xAPI: the standard's status, and one sentence that a developer can act upon. */
@RestControllerAdvice(assignableTypes = {StatementsResource.class, DocumentsResource.class, AboutResource.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class XapiRefusals {

    private final RefusedRequests refusals;

    XapiRefusals(RefusedRequests refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler(XapiRefused.class)
    ResponseEntity<String> refused(XapiRefused refused, HttpServletRequest request) {
        refusals.note(request, refused.status(), refused.why());
        return answer(refused.status(), refused.why());
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<String> notAllowed(NotAllowed refused) {
        return answer(HttpStatus.FORBIDDEN, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<String> atOnce() {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "Others wrote the same at once. Send it again.");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String why) {
        // a cached refusal would outlive its reason
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(why);
    }
}
