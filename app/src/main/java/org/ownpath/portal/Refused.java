package org.ownpath.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.ownpath.access.NotAllowed;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers what a page refuses with its status and reason; nothing has gone wrong, so nothing is logged as an error. */
@ControllerAdvice
class Refused {

    /** The request's attribute that tells the person why. */
    static final String WHY = Refused.class.getName();

    /** How the states of SQL begin that say that a value is not one. */
    private static final String DATA_EXCEPTION = "22";

    @ExceptionHandler
    void notAllowed(NotAllowed refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(HttpStatus.FORBIDDEN, refused, request, response);
    }

    @ExceptionHandler
    void notFound(NotFound refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(HttpStatus.NOT_FOUND, refused, request, response);
    }

    /** A form that should have brought a file came without, or with a larger one than is taken. */
    @ExceptionHandler
    void noFile(MultipartException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendError(
                refused instanceof MaxUploadSizeExceededException
                        ? HttpStatus.CONTENT_TOO_LARGE.value()
                        : HttpStatus.BAD_REQUEST.value());
    }

    /** A value that no form of ours sends, such as a day beyond the calendar, got as far as the database. */
    @ExceptionHandler
    void noSuchValue(DataIntegrityViolationException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!(NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause)
                || !String.valueOf(cause.getSQLState()).startsWith(DATA_EXCEPTION)) {
            throw refused;
        }
        request.setAttribute(
                WHY,
                "One of the values cannot be kept, such as a day beyond the calendar or a letter "
                        + "that does not exist. Go back, correct it and send it again.");
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    private static void answer(
            HttpStatus status, RuntimeException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(WHY, String.valueOf(refused.getMessage()));
        response.sendError(status.value());
    }
}
