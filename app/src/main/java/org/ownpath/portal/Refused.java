package org.ownpath.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ownpath.access.NotAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what a page refuses with its status and reason; nothing has gone wrong, so nothing is logged as an error. */
@ControllerAdvice
class Refused {

    /** The request's attribute that tells the person why. */
    static final String WHY = Refused.class.getName();

    @ExceptionHandler
    void notAllowed(NotAllowed refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(HttpStatus.FORBIDDEN, refused, request, response);
    }

    @ExceptionHandler
    void notFound(NotFound refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(HttpStatus.NOT_FOUND, refused, request, response);
    }

    private static void answer(
            HttpStatus status, RuntimeException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(WHY, String.valueOf(refused.getMessage()));
        response.sendError(status.value());
    }
}
