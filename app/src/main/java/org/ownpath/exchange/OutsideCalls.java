package org.ownpath.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ownpath.shared.OpenNetwork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls to the servers that administrators connect. Only addresses of the open network are asked, so that nobody reaches
 * through this server into the network it stands in; {@code ownpath.exchange.private-connections=true} allows them, for
 * a school whose own systems stand there. Redirects are not followed, an answer has a greatest length, and all of it has
 * to come within a minute.
 */
@Component
public class OutsideCalls {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(60);

    private final boolean privateAllowed;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    // what a name was found to mean when it was checked is still what it means when it is asked a moment later
    static {
        Security.setProperty("networkaddress.cache.ttl", String.valueOf(PATIENCE.toSeconds() * 2));
    }

    OutsideCalls(@Value("${ownpath.exchange.private-connections:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /**
     * What is asked of another server.
     *
     * @param body what is sent along; empty for nothing
     */
    public record Call(String method, String address, Map<String, String> headers, String body) {

        /** Keeps its own copy of the headers. */
        public Call {
            headers = Map.copyOf(headers);
        }

        /** Reads what lies at an address. */
        public static Call get(String address, Map<String, String> headers) {
            return new Call("GET", address, headers, "");
        }
    }

    /** What came of a call. */
    public sealed interface Answer {

        /** The server answered, whatever it said; compared by identity only. */
        @SuppressWarnings("ArrayRecordComponent")
        record Came(int status, HttpHeaders headers, byte[] body) implements Answer {

            /** The answer as text. */
            public String text() {
                return new String(body, StandardCharsets.UTF_8);
            }

            /** Whether it did what it was asked. */
            public boolean good() {
                return status >= 200 && status < 300;
            }
        }

        /** It was not asked, or did not answer; the reason says what to do. */
        record None(String why) implements Answer {}
    }

    /** Makes the call, unless it would reach into a private network. */
    public Answer make(Call call, int mostBytes) {
        try {
            URI uri = URI.create(call.address().strip());
            Optional<String> refusal = refusal(uri);
            return refusal.<Answer>map(Answer.None::new).orElseGet(() -> send(uri, call, mostBytes));
        } catch (IllegalArgumentException e) {
            return new Answer.None("This is no address. Give one that begins with https://.");
        }
    }

    /** The schemes of addresses to which secrets may be sent. */
    public List<String> schemesOfSecrets() {
        return privateAllowed ? List.of("https", "http") : List.of("https");
    }

    /**
     * Why a secret may not be sent to an address; empty where it may. Over http, everybody on the way could read it.
     */
    public Optional<String> refusalOfSecrets(String address) {
        try {
            URI uri = URI.create(address.strip());
            return refusal(uri)
                    .or(() -> schemesOfSecrets().contains(uri.getScheme())
                            ? Optional.empty()
                            : Optional.of("Secrets are sent to addresses that begin with https:// only."));
        } catch (IllegalArgumentException e) {
            return Optional.of("This is no address. Give one that begins with https://.");
        }
    }

    private Answer send(URI uri, Call call, int mostBytes) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> coming =
                http.sendAsync(request.build(), info -> new BoundedBody(mostBytes));
        try {
            HttpResponse<byte[]> answer = coming.get(WHOLE_ANSWER.toSeconds(), TimeUnit.SECONDS);
            return new Answer.Came(answer.statusCode(), answer.headers(), answer.body());
        } catch (ExecutionException e) {
            return new Answer.None(why(Objects.requireNonNullElse(e.getCause(), e), mostBytes));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return new Answer.None("It did not answer within a minute. Try again later.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            coming.cancel(true);
            return new Answer.None("The asking was stopped. Try again.");
        }
    }

    private static String why(Throwable cause, int mostBytes) {
        return cause instanceof BoundedBody.TooLarge
                ? "Its answer is larger than " + Math.max(1, mostBytes / MEGABYTE) + " MB. Upload the file instead."
                : "It did not answer ("
                        + (cause instanceof IOException && cause.getMessage() != null
                                ? cause.getMessage()
                                : cause.getClass().getSimpleName())
                        + "). Check the address, or try again.";
    }

    private Optional<String> refusal(URI uri) {
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            return Optional.of("This is no address of the web. Give one that begins with https://.");
        }
        try {
            boolean inside =
                    Arrays.stream(InetAddress.getAllByName(uri.getHost())).anyMatch(OpenNetwork::isInside);
            return inside && !privateAllowed
                    ? Optional.of("This address lies inside a private network, which is not asked. "
                            + "Give one of the open network, or upload the file instead.")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("No server is called '" + uri.getHost() + "'. Check the address.");
        }
    }
}
