package org.ownpath.exchange.lti.tools;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Which tool asks for a service, whether it may, and what it sends. */
@Component
class ToolRequests {

    /** More than any score or line item says. */
    private static final int LARGEST = 64 * 1024;

    private final ToolRows tools;

    ToolRequests(ToolRows tools) {
        this.tools = tools;
    }

    /** The tool, if its token has one of these scopes. */
    Tool tool(Viewer viewer, HttpServletRequest request, String... anyOf) {
        Tool tool = tools.ofAccount(viewer.account())
                .orElseThrow(() -> ToolRefused.because("Whoever asks is no tool. Ask with an access token of one."));
        Collection<?> scopes = request.getAttribute(ToolSignIn.SCOPES) instanceof Collection<?> all ? all : List.of();
        if (List.of(anyOf).stream().noneMatch(scopes::contains)) {
            throw new ToolRefused(
                    HttpStatus.FORBIDDEN,
                    "insufficient_scope",
                    "The access token lacks the scope " + String.join(" or ", anyOf) + ".");
        }
        return tool;
    }

    /** The object in the body. */
    static ObjectNode body(HttpServletRequest request) {
        try (InputStream body = request.getInputStream()) {
            byte[] content = body.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new ToolRefused(
                        HttpStatus.CONTENT_TOO_LARGE, "invalid_request", "More than " + LARGEST / 1024 + " kB.");
            }
            return StrictJson.object(new String(content, StandardCharsets.UTF_8))
                    .orElseThrow(() -> ToolRefused.because("The body is no JSON object that is taken here."));
        } catch (IOException e) {
            throw ToolRefused.because("The body broke off.");
        }
    }
}
