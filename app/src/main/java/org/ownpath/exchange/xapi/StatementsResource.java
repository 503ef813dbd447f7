package org.ownpath.exchange.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The statements of xAPI over HTTP. */
@RestController
@RequestMapping("/xapi/statements")
class StatementsResource {

    /** By when everything that was stored is in the answer. */
    static final String CONSISTENT = "X-Experience-API-Consistent-Through";

    private static final Set<String> ALONE = Set.of("statementId", "voidedStatementId", "format", "attachments");
    private static final Set<String> FILTERS = Set.of(
            "statementId",
            "voidedStatementId",
            "agent",
            "verb",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "since",
            "until",
            "limit",
            "format",
            "attachments",
            "ascending",
            "more");

    private final LearningRecords records;
    private final StatementFormats formats;
    private final StatementAttachments attachments;

    StatementsResource(LearningRecords records, StatementFormats formats, StatementAttachments attachments) {
        this.records = records;
        this.formats = formats;
        this.attachments = attachments;
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @PutMapping
    ResponseEntity<Void> put(@AuthenticationPrincipal Viewer viewer, Authentication who, HttpServletRequest request)
            throws IOException {
        Parameters parameters = Parameters.of(request, Set.of("statementId"));
        UUID id = parameters
                .uuid("statementId")
                .orElseThrow(() -> XapiRefused.because("The parameter 'statementId' is missing."));
        Multipart sent = sent(parameters);
        NewStatement statement = records.incoming(viewer, parameters.version())
                .under(id, StatementJson.read(sent.json().content()));
        records.keep(viewer, List.of(statement), sent.attachments(), readsAll(who));
        return ResponseEntity.noContent().build();
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @PostMapping
    ResponseEntity<String> post(@AuthenticationPrincipal Viewer viewer, Authentication who, HttpServletRequest request)
            throws IOException {
        Parameters parameters = Parameters.of(request, Set.of());
        Multipart sent = sent(parameters);
        List<NewStatement> statements = records.incoming(viewer, parameters.version())
                .all(StatementJson.read(sent.json().content()));
        records.keep(viewer, statements, sent.attachments(), readsAll(who));
        ArrayNode ids = StatementJson.array();
        statements.forEach(statement -> ids.add(statement.id().toString()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ids.toString());
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @GetMapping
    ResponseEntity<byte[]> get(@AuthenticationPrincipal Viewer viewer, Authentication who, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, FILTERS);
        Optional<LearningVisit> visit = LearningVisit.current();
        Optional<UUID> sentBy = readsAll(who) || visit.isPresent()
                ? Optional.empty()
                : Optional.of(viewer.account().value());
        Instant consistent = records.consistentThrough();
        List<Locale.LanguageRange> languages = languages(parameters);
        if (parameters.has("statementId") || parameters.has("voidedStatementId")) {
            return one(parameters, sentBy, languages, consistent);
        }
        More.Next asked = parameters
                .text("more")
                .map(more -> More.read(more, sentBy))
                .orElseGet(() -> new More.Next(asked(parameters, sentBy), way(parameters)));
        return page(visit.map(asked::within).orElse(asked), languages, consistent);
    }

    private ResponseEntity<byte[]> one(
            Parameters parameters, Optional<UUID> sentBy, List<Locale.LanguageRange> languages, Instant consistent) {
        FILTERS.stream()
                .filter(parameters::has)
                .filter(name -> !ALONE.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw XapiRefused.because("The parameter '" + name + "' does not go with the id of one statement.");
                });
        Optional<UUID> voided = parameters.uuid("voidedStatementId");
        Optional<UUID> standing = parameters.uuid("statementId");
        if (voided.isPresent() && standing.isPresent()) {
            throw XapiRefused.because("Ask for statementId or voidedStatementId, not for both.");
        }
        UUID id = voided.or(() -> standing).orElseThrow();
        More.Way way = way(parameters);
        Kept statement = records.statement(id, voided.isPresent(), sentBy)
                .filter(found ->
                        LearningVisit.current().map(visit -> visit.holds(found)).orElse(true))
                .orElseThrow(() -> new XapiRefused(
                        HttpStatus.NOT_FOUND,
                        "No " + (voided.isPresent() ? "voided " : "") + "statement here has the id " + id + "."));
        String json = formats.told(List.of(statement), way.format(), languages).get(0);
        HttpHeaders headers = headers(consistent);
        headers.setLastModified(statement.mark().storedAt());
        return answer(json, List.of(statement), way, headers);
    }

    private ResponseEntity<byte[]> page(More.Next next, List<Locale.LanguageRange> languages, Instant consistent) {
        int limit = next.asked().limit();
        List<Kept> found = records.page(next.asked());
        List<Kept> page = found.size() > limit ? found.subList(0, limit) : found;
        String link = found.size() > limit
                ? "/xapi/statements?more="
                        + More.written(next.asked(), page.get(limit - 1).mark(), next.way())
                : "";
        String json = "{\"statements\":["
                + String.join(",", formats.told(page, next.way().format(), languages)) + "],\"more\":\"" + link
                + "\"}";
        return answer(json, page, next.way(), headers(consistent));
    }

    private ResponseEntity<byte[]> answer(String json, List<Kept> statements, More.Way way, HttpHeaders headers) {
        if (!way.attachments()) {
            headers.setContentType(MediaType.APPLICATION_JSON);
            return new ResponseEntity<>(json.getBytes(StandardCharsets.UTF_8), headers, HttpStatus.OK);
        }
        Map<String, JsonNode> named = new LinkedHashMap<>();
        statements.forEach(each -> named.putAll(StatementAttachments.of(StatementJson.read(each.body()))));
        Multipart.Writing body = new Multipart.Writing().json(json);
        attachments
                .contents(named.keySet())
                .forEach((sha2, content) -> body.attachment(
                        Objects.requireNonNull(named.get(sha2))
                                .path("contentType")
                                .asString(),
                        sha2,
                        content));
        headers.set(HttpHeaders.CONTENT_TYPE, body.contentType());
        return new ResponseEntity<>(body.done(), headers, HttpStatus.OK);
    }

    private static HttpHeaders headers(Instant consistent) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(CONSISTENT, Moments.written(consistent));
        return headers;
    }

    private Asked asked(Parameters parameters, Optional<UUID> sentBy) {
        return new Asked(
                new Asked.Filter(
                        parameters.text("agent").map(records::who),
                        parameters.iri("verb").map(Key::of),
                        parameters.iri("activity").map(Key::of),
                        parameters.uuid("registration"),
                        parameters.flag("related_agents"),
                        parameters.flag("related_activities")),
                new Asked.Range(parameters.moment("since"), parameters.moment("until")),
                parameters.flag("ascending"),
                parameters.limit(),
                sentBy,
                Optional.empty());
    }

    private static More.Way way(Parameters parameters) {
        String format = parameters.text("format").orElse("exact");
        if (!StatementFormats.FORMATS.contains(format)) {
            throw XapiRefused.because("format: '" + format + "' is none of exact, ids and canonical.");
        }
        return new More.Way(format, parameters.flag("attachments"));
    }

    private static List<Locale.LanguageRange> languages(Parameters parameters) {
        try {
            return Locale.LanguageRange.parse(
                    parameters.header(HttpHeaders.ACCEPT_LANGUAGE).orElse("en"));
        } catch (IllegalArgumentException unreadable) {
            return Locale.LanguageRange.parse("en");
        }
    }

    private static Multipart sent(Parameters parameters) throws IOException {
        String type = parameters.contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/mixed")) {
            return Multipart.read(parameters.contentType(), parameters.body());
        }
        if (!type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            throw XapiRefused.because("Statements come as application/json or multipart/mixed, and not as '"
                    + parameters.contentType() + "'.");
        }
        return new Multipart(Bytes.of(parameters.body()), Map.of());
    }

    /** Whether the program may read all statements, and not only its own. */
    static boolean readsAll(Authentication who) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> TokenScope.READ.authority().equals(authority.getAuthority()));
    }
}
