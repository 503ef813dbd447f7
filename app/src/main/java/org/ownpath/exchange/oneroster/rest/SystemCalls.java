package org.ownpath.exchange.oneroster.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.exchange.OutsideCalls.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one connected system, with a token that it gave for a client id and its secret (OAuth 2 client credentials). */
final class SystemCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int UNAUTHORIZED = 401;

    private final OutsideCalls calls;
    private final StudentSystem.Address address;
    private final String secret;
    private String token = "";

    SystemCalls(OutsideCalls calls, StudentSystem.Address address, String secret) {
        this.calls = calls;
        this.address = address;
        this.secret = secret;
    }

    /** An answer with what it says of itself. */
    record Page(JsonNode body, Optional<String> next, Optional<Long> total, Optional<Instant> at) {}

    /** Reads; throws {@link SystemFailed} unless it answers with JSON. */
    Page get(String where) {
        Answer.Came came = ask("GET", where, "");
        if (!came.good()) {
            throw new SystemFailed(wrong(came, where));
        }
        return new Page(
                json(came, where),
                came.headers().firstValue("Link").flatMap(SystemCalls::next),
                came.headers().firstValue("X-Total-Count").flatMap(SystemCalls::number),
                came.headers().firstValue("Date").flatMap(SystemCalls::moment));
    }

    /** Sends; gives what was wrong, or nothing. */
    Optional<String> put(String where, String body) {
        Answer.Came came = ask("PUT", where, body);
        return came.good() ? Optional.empty() : Optional.of(wrong(came, where));
    }

    private Answer.Came ask(String method, String where, String body) {
        if (token.isEmpty()) {
            token = newToken();
        }
        Answer.Came came = send(method, where, body);
        if (came.status() == UNAUTHORIZED) {
            token = newToken(); // a long run may outlast a token
            return send(method, where, body);
        }
        return came;
    }

    private Answer.Came send(String method, String where, String body) {
        Map<String, String> headers = body.isEmpty()
                ? Map.of("Authorization", "Bearer " + token, "Accept", "application/json")
                : Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/json");
        return came(new OutsideCalls.Call(method, where, headers, body));
    }

    private Answer.Came came(OutsideCalls.Call call) {
        Answer answer = calls.make(call, MOST_BYTES);
        if (answer instanceof Answer.None none) {
            throw new SystemFailed(host(call.address()) + ": " + none.why());
        }
        return (Answer.Came) answer;
    }

    private String newToken() {
        String pair = form(address.clientId()) + ":" + form(secret);
        Answer.Came came = came(new OutsideCalls.Call(
                "POST",
                address.tokenAddress(),
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "application/json"),
                "grant_type=client_credentials&scope=" + form(address.scopes())));
        if (!came.good()) {
            throw new SystemFailed("The token address answered with status " + came.status() + told(came)
                    + ". Check the client id, the secret and the scopes with whoever runs the system.");
        }
        String given = json(came, address.tokenAddress()).path("access_token").asString("");
        if (given.isEmpty()) {
            throw new SystemFailed("The token address gave no access_token. Check that it is the address of tokens.");
        }
        return given;
    }

    private static JsonNode json(Answer.Came came, String where) {
        try {
            return JSON.readTree(came.text());
        } catch (JacksonException e) {
            throw new SystemFailed(
                    host(where) + " answered something that is no JSON. Check the address of the system.");
        }
    }

    private static String wrong(Answer.Came came, String where) {
        String what = "'" + URI.create(where).getPath() + "' answered with status " + came.status() + told(came);
        return switch (came.status()) {
            case 401, 403 ->
                what
                        + ". The system does not let us do this: ask whoever runs it to grant the scopes of this connection.";
            case 404 -> what + ". Check the address of the system, and that it offers this part of OneRoster 1.2.";
            case 429 -> what + ". It is asked too often; choose a longer time between runs.";
            default -> what + ". Try again later, and tell whoever runs the system if it stays so.";
        };
    }

    /** What the system says of it, in its own words. */
    private static String told(Answer.Came came) {
        try {
            JsonNode body = JSON.readTree(came.text());
            String said = body.path("imsx_description")
                    .asString(body.path("error_description")
                            .asString(body.path("error").asString("")));
            return said.isEmpty() ? "" : " (it says: " + said.substring(0, Math.min(200, said.length())) + ")";
        } catch (JacksonException e) {
            return "";
        }
    }

    private static Optional<String> next(String links) {
        for (String link : links.split(",(?=\\s*<)", -1)) {
            if (link.matches(".*;\\s*rel=\"?next\"?.*") && link.contains("<") && link.contains(">")) {
                return Optional.of(link.substring(link.indexOf('<') + 1, link.indexOf('>')));
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String host(String where) {
        return String.valueOf(URI.create(where).getHost());
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
