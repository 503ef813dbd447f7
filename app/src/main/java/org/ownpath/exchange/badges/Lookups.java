package org.ownpath.exchange.badges;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.StrictJson;
import org.ownpath.shared.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is looked up to check one credential: each address once, and not so many that a credential made for it could set
 * this server upon others.
 */
final class Lookups {

    private static final int MOST = 12;

    private final Function<String, Read<byte[]>> web;
    private final Map<String, Read<ObjectNode>> known = new HashMap<>();

    Lookups(Function<String, Read<byte[]>> web) {
        this.web = web;
    }

    /** The JSON object at an address, or why there is none. */
    Read<ObjectNode> object(String address) {
        Read<ObjectNode> before = known.get(address);
        if (before != null) {
            return before;
        }
        Read<ObjectNode> found = known.size() >= MOST
                ? none(address, "It names more than " + MOST + " addresses to ask.")
                : ask(address);
        known.put(address, found);
        return found;
    }

    private Read<ObjectNode> ask(String address) {
        Read<byte[]> answer = web.apply(address);
        if (answer instanceof Read.Parsed<byte[]> parsed) {
            String text = new String(parsed.value(), StandardCharsets.UTF_8);
            return StrictJson.object(text)
                    .<Read<ObjectNode>>map(Read.Parsed::new)
                    .orElseGet(() -> none(address, "It answered something else than expected."));
        }
        return new Read.Unreadable<>(((Read.Unreadable<byte[]>) answer).problems());
    }

    private static Read<ObjectNode> none(String address, String why) {
        return new Read.Unreadable<>(List.of(Problem.ofFile(address, why)));
    }
}
