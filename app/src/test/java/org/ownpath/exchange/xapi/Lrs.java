package org.ownpath.exchange.xapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A program that speaks xAPI with the product over HTTP, by user name and password. */
final class Lrs {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String token;
    private final String version;

    Lrs(int port, String token, String version) {
        this.port = port;
        this.token = token;
        this.version = version;
    }

    Lrs speaking(String otherVersion) {
        return new Lrs(port, token, otherVersion);
    }

    static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString(("game:" + token).getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", basic(token))
                .header("X-Experience-API-Version", version)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return HTTP.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> post(String json) {
        return send(to("/xapi/statements").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(UUID id, String json) {
        return send(to("/xapi/statements?statementId=" + id).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Names and values of parameters in turn. */
    HttpResponse<String> get(String... parameters) {
        return send(to("/xapi/statements" + query(parameters)).GET());
    }

    HttpResponse<String> follow(String more) {
        return send(to(more).GET());
    }

    static String query(String... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    static String form(Map<String, String> fields) {
        return new LinkedHashMap<>(fields)
                .entrySet().stream()
                        .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(java.util.stream.Collectors.joining("&"));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return StatementJson.read(answer.body());
    }

    /** The ids of an answer's statements, in their order. */
    static List<String> ids(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        List<String> ids = new ArrayList<>();
        json(answer).path("statements").forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    static String agent(String name) {
        return "{\"mbox\":\"mailto:" + name + "@example.org\"}";
    }

    static String statement(UUID id, String actor, String verb, String object) {
        return statement(id, actor, verb, object, "");
    }

    /** A statement; more is further properties, each after a comma. */
    static String statement(UUID id, String actor, String verb, String object, String more) {
        return "{\"id\":\"%s\",\"actor\":%s,\"verb\":{\"id\":\"%s\"},\"object\":%s%s}"
                .formatted(id, actor, verb, object, more);
    }

    static String activity(String iri) {
        return "{\"id\":\"" + iri + "\"}";
    }
}
