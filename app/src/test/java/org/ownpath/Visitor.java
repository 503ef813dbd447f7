package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Somebody's browser, without scripts: a cookie jar and the forms. */
public record Visitor(HttpClient http, int port) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    public Visitor(int port, HttpClient.Redirect redirects) {
        this(
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(redirects)
                        .build(),
                port);
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    public HttpResponse<String> open(String path) {
        return send(to(path));
    }

    public HttpResponse<String> signIn(String name, String password) {
        return fill("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** Sends a form of a page with these fields and the page's own token against forgery. */
    public HttpResponse<String> fill(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token(page));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(to(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form as it stands on a page of whatever site. */
    public HttpResponse<String> sendOn(Element form) {
        String body = form.select("input[name]").stream()
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String token(String page) {
        Matcher token = CSRF.matcher(open(page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        return token.group(1);
    }
}
