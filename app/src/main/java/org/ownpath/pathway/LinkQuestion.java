package org.ownpath.pathway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ownpath.shared.OpenNetwork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the address of a link whether something is there. Only the open network is asked, at each redirect anew, and only
 * at the usual ports. An address is looked up, judged and then asked within the thirty seconds for which Java keeps what
 * it looked up, so that nobody can answer with one address and be asked at another.
 */
@Component
class LinkQuestion {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_REDIRECTS = 4;
    private static final List<Integer> USUAL_PORTS = List.of(-1, 80, 443);
    private static final List<Integer> HEAD_NOT_KNOWN = List.of(400, 403, 404, 405, 501);

    private final boolean insideAllowed;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    LinkQuestion(@Value("${ownpath.exchange.private-addresses:false}") boolean insideAllowed) {
        this.insideAllowed = insideAllowed;
    }

    /** What came of asking. */
    sealed interface Reply {}

    /** Something answered, well or not; in words. */
    record Answered(boolean well, String words) implements Reply {}

    /** Nothing answered; in words. The line of the asker may be down. */
    record Silent(String words) implements Reply {}

    Reply ask(String link) {
        try {
            return ask(URI.create(link), MOST_REDIRECTS);
        } catch (IllegalArgumentException e) {
            return new Answered(false, "It is no address of the web.");
        } catch (IOException e) {
            return new Silent("Nothing answered (" + e.getClass().getSimpleName() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent("The asking was stopped.");
        }
    }

    private Reply ask(URI uri, int redirects) throws IOException, InterruptedException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !List.of("http", "https").contains(scheme)) {
            return new Answered(false, "It is no address of the web.");
        }
        if (!insideAllowed && (isInside(uri) || !USUAL_PORTS.contains(uri.getPort()))) {
            return new Answered(false, "It leads into a private network, which is not asked.");
        }
        HttpResponse<Void> response = send(uri, "HEAD");
        if (HEAD_NOT_KNOWN.contains(response.statusCode())) {
            response = send(uri, "GET");
        }
        int status = response.statusCode();
        if (status >= 300
                && status < 400
                && response.headers().firstValue("Location").isPresent()) {
            return redirects == 0
                    ? new Answered(false, "It leads on and on to other addresses.")
                    : ask(uri.resolve(response.headers().firstValue("Location").get()), redirects - 1);
        }
        return new Answered(status >= 200 && status < 300, "It answered with status " + status + ".");
    }

    private boolean isInside(URI uri) throws IOException {
        return Arrays.stream(InetAddress.getAllByName(uri.getHost())).anyMatch(OpenNetwork::isInside);
    }

    /** The body is not read. */
    private HttpResponse<Void> send(URI uri, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("User-Agent", "Ownpath link check")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding());
    }
}
