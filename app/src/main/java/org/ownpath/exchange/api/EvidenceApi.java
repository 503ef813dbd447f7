package org.ownpath.exchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Recording, withdrawing and reading for programs. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@SecurityRequirement(name = "token")
@Tag(name = "Evidence")
class EvidenceApi {

    private final Ledger ledger;
    private final Mastery mastery;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Access access;

    EvidenceApi(Ledger ledger, Mastery mastery, Roster roster, Frameworks frameworks, Access access) {
        this.ledger = ledger;
        this.mastery = mastery;
        this.roster = roster;
        this.frameworks = frameworks;
        this.access = access;
    }

    @Allows(Permission.RECORD_EVIDENCE)
    @PostMapping("/evidence")
    @Operation(summary = "Record a piece of evidence", description = "Idempotent by the id that the sender chooses.")
    @ApiResponse(responseCode = "201", description = "Stored; its judgements are in force")
    @ApiResponse(responseCode = "200", description = "Stored before, the same in every particular")
    @ApiResponse(responseCode = "409", description = "Another piece has this id")
    @ApiResponse(responseCode = "422", description = "Refused, with every reason; nothing was stored")
    ResponseEntity<EvidenceMessage.Answer> record(
            @AuthenticationPrincipal Viewer viewer, @RequestBody EvidenceMessage.Piece message) {
        EvidenceReading reading =
                new EvidenceReading(students(message), frameworks.curriculum().byName());
        Optional<Observation> observation = reading.read(message, viewer.person());
        return observation.isEmpty()
                ? answer(new Outcome.Refused(reading.reasons()))
                : answer(ledger.record(viewer, observation.get()));
    }

    @Allows(Permission.CORRECT_EVIDENCE)
    @PostMapping("/evidence/{piece}/withdrawal")
    @Operation(summary = "Take a piece back", description = "It stays on record with the reason and counts no more.")
    ResponseEntity<EvidenceMessage.Answer> withdraw(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PieceId piece,
            @RequestBody EvidenceMessage.Withdrawal message) {
        String reason = Objects.requireNonNullElse(message.reason(), "");
        return answer(ledger.withdraw(viewer, piece, Optional.empty(), reason));
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/mastery")
    @Operation(summary = "How a student stands", description = "Everything that there is evidence of, as of now.")
    List<EvidenceMessage.Standing> mastery(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student) {
        access.requireView(viewer, student);
        if (roster.person(student.person()).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No student '" + student + "' is on the roster. Look the id up there.");
        }
        Curriculum curriculum = frameworks.curriculum();
        return mastery.of(student).values().stream()
                .flatMap(standing -> curriculum.competency(standing.competency()).stream()
                        .map(competency -> message(standing, competency)))
                .sorted(Comparator.comparing(EvidenceMessage.Standing::subject)
                        .thenComparing(EvidenceMessage.Standing::title))
                .toList();
    }

    @ExceptionHandler(NotAllowed.class)
    ProblemDetail notAllowed(NotAllowed refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, Objects.requireNonNullElse(refused.getMessage(), "Not allowed"));
    }

    private Map<String, StudentId> students(EvidenceMessage.Piece message) {
        Set<String> names = message.ratings() == null
                ? Set.of()
                : message.ratings().stream()
                        .map(EvidenceMessage.Rating::student)
                        .flatMap(name -> Optional.ofNullable(name).stream())
                        .collect(Collectors.toSet());
        Map<String, StudentId> students = new HashMap<>();
        names.stream().filter(EvidenceReading::isId).forEach(name -> students.put(name, StudentId.of(name)));
        if (students.size() < names.size()) {
            students.putAll(roster.studentsBySourceId(names));
        }
        return students;
    }

    private static ResponseEntity<EvidenceMessage.Answer> answer(Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) {
            return answer(HttpStatus.CREATED, "stored", stored.piece(), List.of());
        }
        if (outcome instanceof Outcome.AlreadyStored already) {
            return answer(HttpStatus.OK, "already_stored", already.piece(), List.of());
        }
        if (outcome instanceof Outcome.Conflict conflict) {
            return answer(HttpStatus.CONFLICT, "conflict", conflict.piece(), List.of(conflict.reason()));
        }
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "refused", null, ((Outcome.Refused) outcome).reasons());
    }

    private static ResponseEntity<EvidenceMessage.Answer> answer(
            HttpStatus status, String outcome, @Nullable PieceId piece, List<String> reasons) {
        return ResponseEntity.status(status)
                .body(new EvidenceMessage.Answer(outcome, piece == null ? null : piece.toString(), reasons));
    }

    private static EvidenceMessage.Standing message(Standing standing, Competency competency) {
        return new EvidenceMessage.Standing(
                competency.id().toString(),
                competency.code().orElse(null),
                competency.subject(),
                competency.title(),
                standing.state().code(),
                standing.value().isPresent() ? standing.value().getAsDouble() : null,
                standing.pieces(),
                standing.masteredAt().map(Instant::toString).orElse(null),
                standing.lastShownAt().map(Instant::toString).orElse(null));
    }
}
