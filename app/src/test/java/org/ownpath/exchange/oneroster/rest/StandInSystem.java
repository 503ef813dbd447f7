package org.ownpath.exchange.oneroster.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A student information system that answers as OneRoster 1.2 says, two rows a page. */
final class StandInSystem implements AutoCloseable {

    static final String SECRET = "what only the two know";
    private static final int A_PAGE = 2;

    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, String> put = new ConcurrentHashMap<>();
    volatile boolean links = true;
    volatile String nextPageAt = "";
    volatile int students = 6;
    volatile String changedName = "Changed";
    volatile int answersPutsWith = 201;
    private final HttpServer server;

    StandInSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::token);
        server.createContext("/ims/oneroster/", this::service);
        server.start();
    }

    String root() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    StudentSystem.Address address(String name) {
        return new StudentSystem.Address(name, root() + "/ims/oneroster/rostering/v1p2/", root() + "/token", "us", "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        String right = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("us:" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
        if (right.equals(given)) {
            answer(exchange, 200, "{\"access_token\": \"come in\", \"token_type\": \"bearer\", \"expires_in\": 3600}");
        } else {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        }
    }

    private void service(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        if (!"Bearer come in".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        asked.add(exchange.getRequestMethod() + " " + URLDecoder.decode(address, StandardCharsets.UTF_8));
        if (exchange.getRequestMethod().equals("PUT")) {
            String path = exchange.getRequestURI().getPath();
            put.put(
                    path.substring(path.indexOf("v1p2/") + 5),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, answersPutsWith, "{}");
            return;
        }
        String resource = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        List<String> rows = rows(resource, address.contains("filter="));
        if (resource.equals("demographics")) {
            answer(exchange, 403, "{\"imsx_description\": \"no\"}");
            return;
        }
        page(exchange, resource, rows);
    }

    private void page(HttpExchange exchange, String resource, List<String> rows) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int offset = Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"));
        int end = Math.min(rows.size(), offset + A_PAGE);
        exchange.getResponseHeaders().add("X-Total-Count", String.valueOf(rows.size()));
        if (links && end < rows.size()) {
            String next = nextPageAt.isEmpty() ? root() : nextPageAt;
            exchange.getResponseHeaders()
                    .add(
                            "Link",
                            "<" + next + exchange.getRequestURI().getPath() + "?limit=2&offset=" + end
                                    + ">; rel=\"next\", <" + root() + "/last>; rel=\"last\"");
        }
        String page = String.join(",", rows.subList(Math.min(offset, end), end));
        answer(exchange, 200, "{\"" + resource + "\": [" + page + "]}");
    }

    private List<String> rows(String resource, boolean changesOnly) {
        if (changesOnly) {
            return resource.equals("users") ? List.of(user("s1", changedName, "student")) : List.of();
        }
        return switch (resource) {
            case "orgs" ->
                List.of(
                        "{\"sourcedId\": \"o1\", \"status\": \"active\", \"name\": \"Hill School\", \"type\": \"school\"}");
            case "classes" ->
                List.of(
                        "{\"sourcedId\": \"c1\", \"status\": \"active\", \"title\": \"Numbers\", \"classType\": \"scheduled\","
                                + " \"subjects\": [\"mathematics\"], \"school\": {\"sourcedId\": \"o1\"}}");
            case "users" ->
                IntStream.rangeClosed(0, students)
                        .mapToObj(n -> n == 0 ? user("t1", "Tea", "teacher") : user("s" + n, "Given" + n, "student"))
                        .toList();
            case "enrollments" ->
                IntStream.rangeClosed(1, students)
                        .mapToObj(n -> "{\"sourcedId\": \"e" + n + "\", \"status\": \"active\", \"role\": \"student\","
                                + " \"class\": {\"sourcedId\": \"c1\"}, \"user\": {\"sourcedId\": \"s" + n + "\"}}")
                        .toList();
            default -> List.of();
        };
    }

    private static String user(String id, String given, String role) {
        return "{\"sourcedId\": \"" + id + "\", \"status\": \"active\", \"givenName\": \"" + given
                + "\", \"familyName\": \"Hill\", \"grades\": [\"05\"], \"roles\": [{\"roleType\": \"primary\", \"role\": \""
                + role + "\", \"org\": {\"sourcedId\": \"o1\"}}]}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
