package org.ownpath.exchange.lti.tools;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * The part of a list that is asked for.
 *
 * @param from how many come before it
 * @param most how many it has at most, one at least
 */
record Page(int from, int most) {

    private static final int MOST = 100;

    /** What {@code limit} and {@code from} ask for. */
    static Page of(Map<String, String> asked) {
        return new Page(
                number(asked.get("from"), 0, Integer.MAX_VALUE), Math.max(1, number(asked.get("limit"), MOST, MOST)));
    }

    /** Names where the next part is, which keeps what else was asked. */
    void leadOn(ResponseEntity.BodyBuilder answer, String address, Map<String, String> asked, String... kept) {
        List<String> query = new ArrayList<>(List.of("limit=" + most, "from=" + (from + most)));
        for (String name : kept) {
            Optional.ofNullable(asked.get(name)).ifPresent(value -> query.add(name + "=" + encoded(value)));
        }
        answer.header(HttpHeaders.LINK, "<" + address + "?" + String.join("&", query) + ">; rel=\"next\"");
    }

    /** A whole number of 0 or more, at most so large; or the usual one where none is given. */
    private static int number(@Nullable String text, int usual, int most) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            throw ToolRefused.because("'" + shortened(text) + "' is no number.");
        }
        return Math.min(Integer.parseInt(text), most);
    }

    /** An id of a line item. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ToolRefused.notHere("There is no such line item.");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 99) + "…";
    }
}
