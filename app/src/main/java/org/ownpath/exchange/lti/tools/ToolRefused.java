package org.ownpath.exchange.lti.tools;

import org.springframework.http.HttpStatus;

/** Why a request of a tool is not done, with the standard's word for it. Nothing of the request is kept. */
final class ToolRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String error;

    ToolRefused(HttpStatus status, String error, String why) {
        // it is an answer and no fault: nobody looks at where it came from
        super(why, null, false, false);
        this.status = status;
        this.error = error;
    }

    static ToolRefused because(String why) {
        return new ToolRefused(HttpStatus.BAD_REQUEST, "invalid_request", why);
    }

    static ToolRefused notHere(String why) {
        return new ToolRefused(HttpStatus.NOT_FOUND, "not_found", why);
    }

    HttpStatus status() {
        return status;
    }

    String error() {
        return error;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
