package org.ownpath.exchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.StatementCounts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Counts over learning records for programs that may read everything. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@SecurityRequirement(name = "token")
@Tag(name = "Learning records")
class StatementCountsApi {

    private final StatementCounts counts;

    StatementCountsApi(StatementCounts counts) {
        this.counts = counts;
    }

    /** A line. */
    record Line(
            Map<String, String> of,
            long statements,
            @Nullable Double averageScore) {}

    /** A page; next is where the following begins, and missing on the last. */
    record Page(List<Line> lines, @Nullable Integer next) {}

    @Allows(Permission.COUNT_LEARNING_RECORDS)
    @GetMapping("/statements/counts")
    @Operation(
            summary = "Count learning records",
            description =
                    "By verb, activity, actor, day and week (in UTC, of when they were stored), one or several with "
                            + "commas; with scores=true the average of the scaled scores. Voided statements are left out.")
    @ApiResponse(responseCode = "200", description = "The lines with most statements first")
    @ApiResponse(responseCode = "422", description = "Not understood, or more than can be counted in 5 seconds")
    Page counts(@AuthenticationPrincipal Viewer viewer, @RequestParam Map<String, String> asked) {
        int from = number(asked, "from", 0);
        int most = number(asked, "limit", 100);
        StatementCounts.Counted counted = counts.count(viewer, wish(asked), from, most);
        if (counted instanceof StatementCounts.Counted.Refused refused) {
            throw refused(refused.why());
        }
        StatementCounts.Counted.Lines lines = (StatementCounts.Counted.Lines) counted;
        return new Page(
                lines.lines().stream().map(StatementCountsApi::line).toList(),
                lines.more() ? from + lines.lines().size() : null);
    }

    private static Line line(StatementCounts.Line line) {
        return new Line(
                line.of(),
                line.statements(),
                line.score().isPresent() ? line.score().getAsDouble() : null);
    }

    private static StatementCounts.Wish wish(Map<String, String> asked) {
        try {
            return new StatementCounts.Wish(
                    by(asked.getOrDefault("by", "")),
                    Optional.ofNullable(asked.get("agent")),
                    Optional.ofNullable(asked.get("verb")),
                    Optional.ofNullable(asked.get("activity")),
                    Optional.ofNullable(asked.get("registration")).map(UUID::fromString),
                    Optional.ofNullable(asked.get("since")).map(Instant::parse),
                    Optional.ofNullable(asked.get("until")).map(Instant::parse),
                    "true".equals(asked.get("scores")));
        } catch (DateTimeParseException e) {
            throw refused("since and until are moments such as 2026-03-02T10:15:00Z.");
        } catch (IllegalArgumentException e) {
            throw refused("registration is a UUID.");
        }
    }

    private static List<StatementCounts.By> by(String codes) {
        List<StatementCounts.By> by = new ArrayList<>();
        for (String code : codes.isBlank() ? new String[0] : codes.split(",", -1)) {
            by.add(Arrays.stream(StatementCounts.By.values())
                    .filter(each -> each.code().equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> refused("by: '" + code + "' is none of verb, activity, actor, day and week.")));
        }
        return by;
    }

    private static int number(Map<String, String> asked, String name, int usual) {
        String text = asked.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("\\d{1,7}")) {
            throw refused(name + ": '" + text + "' is no number of 0 or more.");
        }
        return Integer.parseInt(text);
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    @ExceptionHandler(ResponseStatusException.class)
    ProblemDetail refused(ResponseStatusException refused) {
        return ProblemDetail.forStatusAndDetail(
                refused.getStatusCode(), Objects.requireNonNullElse(refused.getReason(), "Refused"));
    }

    @ExceptionHandler(NotAllowed.class)
    ProblemDetail notAllowed(NotAllowed refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, Objects.requireNonNullElse(refused.getMessage(), "Not allowed"));
    }
}
