package org.ownpath.operation;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Gives every request a number, or keeps the one that a proxy gave it: it is in the answer, in every line that is logged
 * meanwhile, and on the page that says that something went wrong. A listener, for the server logs what failed when the
 * filters have ended already.
 */
@Component
public class RequestNumber implements ServletRequestListener {

    /** The request's attribute, and the name in the log. */
    public static final String NAME = "request";

    static final String HEADER = "X-Request-Id";

    /** Nothing else gets into a log: no line breaks, nothing long. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{6,64}");

    RequestNumber() {}

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        String given = request.getHeader(HEADER);
        String number = given != null && ACCEPTED.matcher(given).matches() ? given : next();
        request.setAttribute(NAME, number);
        MDC.put(NAME, number);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        MDC.remove(NAME);
    }

    /** Short enough to be read out on the telephone. */
    private static String next() {
        long random = ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
        return String.format(
                Locale.ROOT, "%04d-%04d-%04d", random / 100_000_000, random / 10_000 % 10_000, random % 10_000);
    }
}
