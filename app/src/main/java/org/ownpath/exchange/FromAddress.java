package org.ownpath.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ownpath.shared.OpenNetwork;
import org.ownpath.shared.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches a package that its publisher offers at an address. Only addresses of the open network are asked, so that
 * nobody reaches through this server into the network it stands in; {@code ownpath.exchange.private-addresses=true}
 * allows them.
 */
@Component
public class FromAddress {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_BYTES = 50 * MEGABYTE;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final boolean privateAllowed;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    // what a name was found to mean when it was checked is still what it means when it is asked a moment later
    static {
        Security.setProperty("networkaddress.cache.ttl", String.valueOf(PATIENCE.toSeconds() * 2));
    }

    FromAddress(@Value("${ownpath.exchange.private-addresses:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** The same with its own say about addresses inside of this network. */
    public static FromAddress of(boolean privateAllowed) {
        return new FromAddress(privateAllowed);
    }

    /** The content at an address, or why there is none. Redirects are not followed. */
    public Read<byte[]> fetch(String address) {
        return fetch(address, MOST_BYTES);
    }

    /** The same where nothing of more than so many bytes is expected. */
    public Read<byte[]> fetch(String address, int mostBytes) {
        return ask(address, mostBytes, request -> request.header("Accept", "application/json"));
    }

    /** The answer of an address to something that it is sent, or why there is none. */
    public Read<byte[]> send(String address, Map<String, String> headers, String body) {
        return ask(address, MEGABYTE, request -> {
            headers.forEach(request::header);
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        });
    }

    private Read<byte[]> ask(String address, int mostBytes, Consumer<HttpRequest.Builder> what) {
        try {
            URI uri = URI.create(address.strip());
            Optional<String> refusal = refusal(uri);
            HttpRequest.Builder request = HttpRequest.newBuilder().uri(uri).timeout(PATIENCE);
            what.accept(request);
            return refusal.isPresent() ? unreadable(address, refusal.get()) : ask(request.build(), mostBytes);
        } catch (IllegalArgumentException e) {
            return unreadable(address, "This is no address. Give one that begins with https://.");
        } catch (IOException e) {
            return unreadable(address, "It did not answer (" + e.getMessage() + "). Try again, or upload the file.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreadable(address, "The fetching was stopped. Try again.");
        }
    }

    private Read<byte[]> ask(HttpRequest request, int mostBytes) throws IOException, InterruptedException {
        URI uri = request.uri();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() < 200 || answer.statusCode() > 204) {
                return unreadable(
                        uri.toString(),
                        "It answered with status " + answer.statusCode()
                                + ". Check the address in a browser, or upload the file.");
            }
            byte[] content = body.readNBytes(mostBytes + 1);
            return content.length > mostBytes
                    ? unreadable(
                            uri.toString(),
                            "It is larger than " + mostBytes / MEGABYTE + " MB. Upload the file instead.")
                    : new Read.Parsed<>(content);
        }
    }

    private Optional<String> refusal(URI uri) throws UnknownHostException {
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            return Optional.of("This is no address of the web. Give one that begins with https://.");
        }
        boolean inside = Arrays.stream(InetAddress.getAllByName(uri.getHost())).anyMatch(OpenNetwork::isInside);
        return inside && !privateAllowed
                ? Optional.of(
                        "This address lies inside a private network, which is not asked. Upload the file instead.")
                : Optional.empty();
    }

    private static Read<byte[]> unreadable(String address, String message) {
        return new Read.Unreadable<>(List.of(Problem.ofFile(address, message)));
    }
}
