package org.ownpath.exchange.lti.tools;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what of a list is asked for. */
final class Page {

    private Page() {}

    /** A whole number of 0 or more, at most so large; or the usual one where none is given. */
    static int number(@Nullable String text, int usual, int most) {
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

    static String encoded(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 99) + "…";
    }
}
