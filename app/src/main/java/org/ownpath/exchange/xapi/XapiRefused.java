package org.ownpath.exchange.xapi;

import org.springframework.http.HttpStatus;

/** Why a request by xAPI is not done, with the status that the standard gives it. Nothing of the request is kept. */
public final class XapiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    XapiRefused(HttpStatus status, String why) {
        // it is an answer and no fault: nobody looks at where it came from
        super(why, null, false, false);
        this.status = status;
    }

    static XapiRefused because(String why) {
        return new XapiRefused(HttpStatus.BAD_REQUEST, why);
    }

    static XapiRefused conflict(String why) {
        return new XapiRefused(HttpStatus.CONFLICT, why);
    }

    /** What was sent is not taken from whoever sends it. */
    public static XapiRefused forbidden(String why) {
        return new XapiRefused(HttpStatus.FORBIDDEN, why);
    }

    HttpStatus status() {
        return status;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
