package org.ownpath.exchange;

import java.util.List;
import java.util.Map;
import org.ownpath.shared.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches a package that its publisher offers at an address. Only addresses of the open network are asked;
 * {@code ownpath.exchange.private-addresses=true} allows others. Apart from {@link OutsideCalls}, because these addresses
 * may come from anybody.
 */
@Component
public class FromAddress {

    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private final OutsideCalls calls;

    FromAddress(@Value("${ownpath.exchange.private-addresses:false}") boolean privateAllowed) {
        this.calls = new OutsideCalls(privateAllowed);
    }

    /** The content at an address, or why there is none. Redirects are not followed. */
    public Read<byte[]> fetch(String address) {
        return fetch(address, MOST_BYTES);
    }

    /** The same where nothing of more than so many bytes is expected. */
    public Read<byte[]> fetch(String address, int mostBytes) {
        OutsideCalls.Answer answer =
                calls.make(OutsideCalls.Call.get(address, Map.of("Accept", "application/json")), mostBytes);
        if (answer instanceof OutsideCalls.Answer.Came came) {
            return came.status() == 200
                    ? new Read.Parsed<>(came.body())
                    : unreadable(
                            address,
                            "It answered with status " + came.status()
                                    + ". Check the address in a browser, or upload the file.");
        }
        return unreadable(address, ((OutsideCalls.Answer.None) answer).why());
    }

    private static Read<byte[]> unreadable(String address, String message) {
        return new Read.Unreadable<>(List.of(Problem.ofFile(address, message)));
    }
}
