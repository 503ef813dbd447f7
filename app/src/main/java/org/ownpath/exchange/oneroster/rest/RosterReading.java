package org.ownpath.exchange.oneroster.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a roster page by page: everything, or what has changed since a moment. */
final class RosterReading {

    private static final int AT_ONCE = 1000;
    private static final int MOST_ROWS = 2_000_000;

    /** What we ask for. Not every system tells demographics: they may be missing. */
    private static final List<String> RESOURCES =
            List.of("orgs", "academicSessions", "courses", "classes", "users", "enrollments", "demographics");

    private final SystemCalls calls;
    private final String root;
    private final Optional<Instant> since;

    private RosterReading(SystemCalls calls, String root, Optional<Instant> since) {
        this.calls = calls;
        this.root = root + "/ims/oneroster/rostering/v1p2";
        this.since = since;
    }

    /**
     * What was read; compared by identity only.
     *
     * @param asOf the other system's clock when we began
     * @param archive the same as it would have sent it as a file
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Taken(Instant asOf, Map<String, Long> rows, byte[] archive) {}

    /** Reads it; throws {@link SystemFailed} where the system does not answer as it should. */
    static Taken of(SystemCalls calls, StudentSystem.Address address, Optional<Instant> since, Instant now) {
        return new RosterReading(calls, address.root(), since).read(address.name(), now);
    }

    private Taken read(String name, Instant now) {
        RosterArchive archive = new RosterArchive(name, since.isEmpty());
        Map<String, Long> rows = new LinkedHashMap<>();
        Instant asOf = now;
        for (String resource : RESOURCES) {
            SystemCalls.Page first;
            try {
                first = calls.get(first(resource));
            } catch (SystemFailed e) {
                if (resource.equals("demographics")) {
                    continue;
                }
                throw e;
            }
            asOf = rows.isEmpty() ? first.at().orElse(now) : asOf;
            rows.put(resource, pages(resource, first, archive));
        }
        return new Taken(asOf, rows, archive.bytes());
    }

    private long pages(String resource, SystemCalls.Page first, RosterArchive archive) {
        SystemCalls.Page page = first;
        long read = 0;
        while (true) {
            JsonNode listed = page.body().path(resource);
            if (!listed.isArray()) {
                throw new SystemFailed("The answer to '" + resource + "' has no list of " + resource
                        + ". Check that the system speaks OneRoster 1.2.");
            }
            listed.forEach(row -> archive.add(resource, row));
            read += listed.size();
            if (read > MOST_ROWS) {
                throw new SystemFailed("It has more than " + MOST_ROWS + " " + resource + ". Import them as files.");
            }
            boolean more = page.total().map(total -> total > 0).orElse(true) && !listed.isEmpty();
            Optional<String> next = page.next().map(this::ofTheSame);
            boolean last = next.isEmpty()
                    && (page.total().isPresent() ? read >= page.total().get() : listed.size() < AT_ONCE);
            if (!more || last) {
                return read;
            }
            page = calls.get(next.isPresent() ? next.get() : query(resource, read));
        }
    }

    /** A link that leads to another server would be sent our token. */
    private String ofTheSame(String link) {
        URI asked = URI.create(root);
        URI next = asked.resolve(link);
        if (!asked.getScheme().equals(next.getScheme()) || !asked.getAuthority().equals(next.getAuthority())) {
            throw new SystemFailed("Its next page lies on another server (" + next.getHost() + "), which is not asked. "
                    + "Tell whoever runs the system.");
        }
        return next.toString();
    }

    private String first(String resource) {
        return query(resource, 0);
    }

    private String query(String resource, long offset) {
        String query = "limit=" + AT_ONCE + "&offset=" + offset + "&sort=sourcedId&orderBy=asc";
        return root + "/" + resource + "?" + query
                + since.map(moment -> "&filter=" + changedSince(moment)).orElse("");
    }

    private static String changedSince(Instant moment) {
        return URLEncoder.encode(
                "dateLastModified>'" + moment.truncatedTo(ChronoUnit.SECONDS) + "'", StandardCharsets.UTF_8);
    }
}
