package org.ownpath.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

/** Somebody of the seed school with a browser, signed in to the product that a benchmark runs in. */
final class SignedIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    SignedIn(ApplicationContext context, String name) throws IOException, InterruptedException {
        this.address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        Matcher csrf = CSRF.matcher(browser.send(request("/sign-in").build(), HttpResponse.BodyHandlers.ofString())
                .body());
        if (!csrf.find()) {
            throw new IllegalStateException("The sign-in page has no form.");
        }
        String typed =
                "name=" + encoded(name + "@northside.example") + "&password=northside&_csrf=" + encoded(csrf.group(1));
        browser.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(typed))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Reads a page as browsers do, compressed; gives its length. */
    int get(String page) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = browser.send(
                request(page).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The page answered " + response.statusCode() + ".");
        }
        return response.body().length;
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(URI.create(address + page));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
