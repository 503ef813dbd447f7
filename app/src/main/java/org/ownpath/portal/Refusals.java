package org.ownpath.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.operation.RequestNumber;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages for what cannot be shown: each says why and where to go instead. */
@Controller
class Refusals implements ErrorController {

    @Allows(Permission.COME_IN)
    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object said = request.getAttribute(Refused.WHY);
        HttpStatus status = status(request);
        response.setStatus(status.value());
        model.addAttribute("heading", heading(status));
        model.addAttribute("text", said == null ? text(status) : said);
        model.addAttribute(
                "number",
                status == HttpStatus.INTERNAL_SERVER_ERROR
                        ? String.valueOf(request.getAttribute(RequestNumber.NAME))
                        : "");
        return "portal/refusal";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code instanceof Integer known ? HttpStatus.valueOf(known) : HttpStatus.NOT_FOUND;
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "This page is not here";
            case FORBIDDEN -> "This page is not yours to see";
            case BAD_REQUEST -> "That address is not complete";
            case CONTENT_TOO_LARGE -> "That file is too large";
            case TOO_MANY_REQUESTS -> "That was too much at once";
            case SERVICE_UNAVAILABLE -> "Ownpath is starting";
            default -> "Something went wrong on our side";
        };
    }

    private static String text(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "The address may be mistyped, or what it showed has moved.";
            case FORBIDDEN ->
                "Sign in as somebody who may, or ask whoever sent you the address. If you were filling in "
                        + "a form, open it anew: it may have been open for too long.";
            case BAD_REQUEST -> "Go back and follow the link or fill in the form again.";
            case CONTENT_TOO_LARGE -> "Choose a smaller file.";
            case TOO_MANY_REQUESTS ->
                "More was sent in your name within a minute than we take, and the last of it was not kept. Wait a minute, "
                        + "go back and send it again.";
            case SERVICE_UNAVAILABLE ->
                "A new school is filled for the first time, which takes up to a minute. This page opens by itself.";
            default -> "Nothing that you entered before is lost. Try again in a moment.";
        };
    }
}
