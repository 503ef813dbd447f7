package org.ownpath.exchange.xapi;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions of xAPI that are spoken here, by the header that every request bears. */
enum XapiVersion {
    ONE("1.0.3", "1\\.0(\\.\\d+)?"),
    TWO("2.0.0", "2\\.0(\\.\\d+)?");

    /** The header of requests and answers. */
    static final String HEADER = "X-Experience-API-Version";

    private final String number;
    private final Pattern said;

    XapiVersion(String number, String said) {
        this.number = number;
        this.said = Pattern.compile(said);
    }

    /** The version that a header names. */
    static XapiVersion of(@Nullable String header) {
        if (header == null) {
            throw XapiRefused.because("The header " + HEADER + " is missing. Send 2.0.0 or 1.0.3.");
        }
        return named(header)
                .orElseThrow(() ->
                        XapiRefused.because(HEADER + ": '" + header + "' is not spoken here. Send 2.0.0 or 1.0.3."));
    }

    static Optional<XapiVersion> named(String text) {
        return Arrays.stream(values())
                .filter(version -> version.said.matcher(text).matches())
                .findFirst();
    }

    String number() {
        return number;
    }
}
