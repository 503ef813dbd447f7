package org.ownpath.exchange.xapi.cmi5;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A unit that was opened, and speaks with the product over HTTP as the standard has it. */
final class OpenUnit {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final URI address;
    final Map<String, String> told = new HashMap<>();
    private String token = "";

    OpenUnit(URI address) {
        this.address = address;
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            told.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
    }

    String told(String name) {
        return told.getOrDefault(name, "");
    }

    /** What the fetch address answers now. */
    JsonNode fetch() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(told("fetch")))
                .header("Origin", "null")
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    OpenUnit letIn() {
        token = fetch().path("auth-token").asString("");
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(told("endpoint").replaceAll("/$", "") + path))
                .header("Authorization", "Basic " + token)
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The address of a document of the state. */
    String state(String name) {
        return "/activities/state?stateId=" + name + "&activityId=" + encoded(told("activityId")) + "&agent="
                + encoded(told("actor")) + "&registration=" + told("registration");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode launchData() {
        return JSON.readTree(get(state("LMS.LaunchData")).body());
    }

    /** A statement by which the unit tells of itself, with a result; it is in order. */
    ObjectNode statement(String verb, String result) {
        ObjectNode statement = JSON.createObjectNode();
        statement.put("id", UUID.randomUUID().toString());
        statement.put("timestamp", Instant.now().toString());
        statement.set("actor", JSON.readTree(told("actor")));
        statement.putObject("verb").put("id", "http://adlnet.gov/expapi/verbs/" + verb);
        statement.putObject("object").put("id", told("activityId"));
        ObjectNode context = (ObjectNode) launchData().path("contextTemplate").deepCopy();
        context.put("registration", told("registration"));
        ObjectNode activities = (ObjectNode) context.path("contextActivities");
        activities.putArray("category").addObject().put("id", Verbs.CATEGORY);
        if (result.contains("success") || result.contains("completion")) {
            activities.withArray("category").addObject().put("id", Verbs.CATEGORY_MOVE_ON);
        }
        JsonNode mastery = launchData().path("masteryScore");
        if (mastery.isNumber() && result.contains("score")) {
            ((ObjectNode) context.path("extensions")).set(Verbs.MASTERY_SCORE, mastery);
        }
        statement.set("context", context);
        if (!result.isEmpty()) {
            statement.set("result", JSON.readTree(result));
        }
        return statement;
    }

    HttpResponse<String> say(JsonNode statement) {
        return send(request("/statements").POST(HttpRequest.BodyPublishers.ofString(statement.toString())));
    }

    int say(String verb, String result) {
        return say(statement(verb, result)).statusCode();
    }

    void begin() {
        expect(say("initialized", ""));
    }

    void pass(String scaled) {
        expect(say("passed", "{\"success\":true,\"duration\":\"PT1M\",\"score\":{\"scaled\":" + scaled + "}}"));
    }

    void complete() {
        expect(say("completed", "{\"completion\":true,\"duration\":\"PT1M\"}"));
    }

    void end() {
        expect(say("terminated", "{\"duration\":\"PT1M\"}"));
    }

    private static void expect(int status) {
        if (status != 200) {
            throw new AssertionError("status " + status);
        }
    }
}
