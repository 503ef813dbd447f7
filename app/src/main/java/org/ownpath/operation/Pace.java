package org.ownpath.operation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A limit to how fast one account or one address may write, call as a program, or send files, so that nobody's mistake
 * or malice takes the product from everybody else. Reading pages is not limited. Each copy of the product counts by
 * itself. Sign-in has a throttle of its own.
 */
@Component
class Pace extends OncePerRequestFilter {

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 100_000;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final LoadingCache<String, Bucket> writes;
    private final LoadingCache<String, Bucket> programs;
    private final LoadingCache<String, Bucket> uploads;
    private final LoadingCache<String, Bucket> addresses;

    Pace(
            @Value("${ownpath.pace.writes}") long writes,
            @Value("${ownpath.pace.programs}") long programs,
            @Value("${ownpath.pace.uploads}") long uploads,
            @Value("${ownpath.pace.addresses}") long addresses) {
        this.writes = buckets(writes);
        this.programs = buckets(programs);
        this.uploads = buckets(uploads);
        this.addresses = buckets(addresses);
    }

    private static LoadingCache<String, Bucket> buckets(long aMinute) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(SPAN.multipliedBy(2))
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, SPAN))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && !program(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = addresses.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
        Principal who = request.getUserPrincipal();
        if (probe.isConsumed() && who != null) {
            probe = of(request).get(who.getName()).tryConsumeAndReturnRemaining(1);
        }
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds =
                Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private LoadingCache<String, Bucket> of(HttpServletRequest request) {
        if (program(request)) {
            return programs;
        }
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/") && request.getContentLengthLong() > 64 * 1024
                ? uploads
                : writes;
    }

    private static boolean program(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.startsWith("/api/") || address.startsWith("/xapi/");
    }
}
