package org.ownpath.exchange.xapi.cmi5;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.node.ObjectNode;

/** What a unit asks for outside of its records: its files, and what lets it in. */
@RestController
class UnitsResource {

    private final CourseVisits visits;
    private final Accounts accounts;

    UnitsResource(CourseVisits visits, Accounts accounts) {
        this.visits = visits;
        this.accounts = accounts;
    }

    /** A file of the course. No page of Ownpath's own is given one as a part of itself. */
    @Allows(Permission.OPEN_COURSE_FILES)
    @GetMapping("/cmi5/{slug}/files/{secret}/**")
    ResponseEntity<byte[]> file(
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "") String site,
            @RequestHeader(name = "Sec-Fetch-Dest", defaultValue = "document") String use,
            HttpServletRequest request) {
        if (site.equals("same-origin") && !Set.of("document", "empty").contains(use)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        String[] parts = request.getRequestURI().split("/", 6);
        String inPackage = parts.length == 6 ? UriUtils.decode(parts[5], StandardCharsets.UTF_8) : "";
        return within(slug, () -> visits.file(secret, inPackage))
                .map(content -> ResponseEntity.ok()
                        .contentType(
                                MediaTypeFactory.getMediaType(inPackage).orElse(MediaType.APPLICATION_OCTET_STREAM))
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                        .body(SandboxedPage.of(inPackage, content)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What lets the unit in, once; afterwards the standard's error, with the status of an answer. */
    @Allows(Permission.OPEN_COURSE_FILES)
    @PostMapping("/cmi5/{slug}/fetch/{secret}")
    ResponseEntity<String> fetch(@PathVariable String slug, @PathVariable String secret) {
        ObjectNode answer = CourseAddress.JSON.createObjectNode();
        Optional<String> token = within(slug, () -> visits.fetch(secret));
        if (token.isPresent()) {
            answer.put("auth-token", token.get());
        } else {
            boolean known =
                    within(slug, () -> Optional.of(visits.knows(secret))).orElse(false);
            answer.put("error-code", known ? "1" : "2");
            answer.put(
                    "error-text",
                    known
                            ? "The token was fetched before, or the visit is over. Open the unit again."
                            : "This address was never given out.");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.toString());
    }

    private <T> Optional<T> within(String slug, Supplier<Optional<T>> work) {
        return accounts.district(slug).flatMap(district -> DistrictScope.within(district, work));
    }
}
