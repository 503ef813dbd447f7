package org.ownpath.exchange.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.StringNode;

/** The parameters of a request by xAPI. One that the standard does not know there is refused, as the standard demands. */
final class Parameters {

    /** The largest body, in bytes: statements with what is attached to them. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private final HttpServletRequest request;
    private final XapiVersion version;

    private Parameters(HttpServletRequest request, XapiVersion version) {
        this.request = request;
        this.version = version;
    }

    static Parameters of(HttpServletRequest request, Set<String> known) {
        XapiVersion version = XapiVersion.of(request.getHeader(XapiVersion.HEADER));
        for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
            if (!known.contains(each.getKey())) {
                throw XapiRefused.because("The parameter '" + each.getKey() + "' is not known here. Known are "
                        + String.join(", ", known.stream().sorted().toList()) + ", in exactly this case.");
            }
            if (each.getValue().length != 1) {
                throw XapiRefused.because("The parameter '" + each.getKey() + "' stands there more than once.");
            }
        }
        return new Parameters(request, version);
    }

    XapiVersion version() {
        return version;
    }

    boolean has(String name) {
        return request.getParameter(name) != null;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    String required(String name) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> XapiRefused.because("The parameter '" + name + "' is missing."));
    }

    Optional<UUID> uuid(String name) {
        return text(name).map(text -> UUID.fromString(part(name, text).uuid()));
    }

    Optional<String> iri(String name) {
        return text(name).map(text -> part(name, text).iri());
    }

    Optional<Instant> moment(String name) {
        return text(name).map(text -> Moments.moment(part(name, text), XapiVersion.ONE));
    }

    /** An agent that has to be named, held to what the standard demands of one. */
    Part agent() {
        Part part = Part.of("agent", StatementJson.read(required("agent")));
        ActorCheck.agent(part);
        return part;
    }

    boolean flag(String name) {
        String text = text(name).orElse("false");
        part(name, text).oneOf(Set.of("true", "false"));
        return text.equals("true");
    }

    int limit() {
        String text = text("limit").orElse(Integer.toString(Asked.USUAL));
        if (!text.matches("\\d{1,9}")) {
            throw XapiRefused.because("limit: '" + text + "' is not a number of 0 or more.");
        }
        int limit = Integer.parseInt(text);
        return limit == 0 ? Asked.MOST : Math.min(limit, Asked.MOST);
    }

    /** What was sent along, up to what is taken. */
    byte[] body() throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new XapiRefused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "More than " + LARGEST / 1024 / 1024 + " MB came at once. Send less.");
        }
        return body;
    }

    String contentType() {
        return Optional.ofNullable(request.getContentType()).orElse("");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    private static Part part(String name, String text) {
        return Part.of(name, StringNode.valueOf(text));
    }
}
