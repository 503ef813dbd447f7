package org.ownpath.exchange.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Coded;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Observation;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;

/** Reads one message, collecting every reason to refuse it rather than the first. */
final class EvidenceReading {

    private final Map<String, StudentId> students;
    private final Map<String, CompetencyId> competencies;
    private final List<String> reasons = new ArrayList<>();

    /** Knows students and competencies by every name that a program may use. */
    EvidenceReading(Map<String, StudentId> students, Map<String, CompetencyId> competencies) {
        this.students = students;
        this.competencies = competencies;
    }

    /** The observation, if there is no reason against it. */
    Optional<Observation> read(EvidenceMessage.Piece message, PersonId observer) {
        Optional<PieceId> piece = required("id", message.id(), PieceId::of, "a UUID that you choose");
        Optional<Instant> shownAt = required(
                "shownAt",
                message.shownAt(),
                text -> OffsetDateTime.parse(text).toInstant(),
                "a moment such as 2026-03-02T10:15:00Z");
        Optional<Form> form = code("form", message.form(), null, Form::ofCode, Form.values());
        Optional<Depth> depth = code("depth", message.depth(), Depth.APPLY, Depth::ofCode, Depth.values());
        Optional<Context> context =
                code("context", message.context(), Context.CLASS, Context::ofCode, Context.values());
        Optional<Purpose> purpose =
                code("purpose", message.purpose(), Purpose.SUMMATIVE, Purpose::ofCode, Purpose.values());
        List<Observation.Rating> ratings = ratings(message.ratings());
        if (!reasons.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                piece.orElseThrow(),
                new Observation.Nature(
                        form.orElseThrow(), depth.orElseThrow(), context.orElseThrow(), purpose.orElseThrow()),
                observer,
                shownAt.orElseThrow(),
                Optional.ofNullable(message.task()),
                Optional.ofNullable(message.note()),
                List.of(),
                ratings));
    }

    /** Why it cannot be read. */
    List<String> reasons() {
        return reasons;
    }

    private List<Observation.Rating> ratings(@Nullable List<EvidenceMessage.Rating> messages) {
        List<Observation.Rating> ratings = new ArrayList<>();
        for (int i = 0; messages != null && i < messages.size(); i++) {
            EvidenceMessage.Rating message = messages.get(i);
            String place = "ratings[" + i + "].";
            Optional<StudentId> student = known(place + "student", message.student(), students, "on the roster");
            Optional<CompetencyId> competency =
                    known(place + "competency", message.competency(), competencies, "in a framework here");
            Optional<Result> result = result(place, message);
            if (student.isPresent() && competency.isPresent() && result.isPresent()) {
                ratings.add(new Observation.Rating(student.get(), competency.get(), result.get()));
            }
        }
        return ratings;
    }

    private Optional<Result> result(String place, EvidenceMessage.Rating message) {
        if (message.rating() != null && message.result() == null) {
            return Optional.of(Result.rated(message.rating()));
        }
        if (message.rating() == null && "missed".equals(message.result())) {
            return Optional.of(Result.missed());
        }
        if (message.rating() == null && "excused".equals(message.result())) {
            return Optional.of(Result.excused());
        }
        reasons.add(place + "rating: give either a rating or the result 'missed' or 'excused'.");
        return Optional.empty();
    }

    private <T> Optional<T> known(String place, @Nullable String text, Map<String, T> names, String where) {
        T found = text == null ? null : names.get(text);
        if (found == null) {
            reasons.add(place + ": '" + text + "' is not " + where + ". Send an id or a key that is.");
        }
        return Optional.ofNullable(found);
    }

    private <T> Optional<T> required(String place, @Nullable String text, Function<String, T> read, String what) {
        try {
            if (text != null) {
                return Optional.of(read.apply(text));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // told below, together with a missing value
        }
        reasons.add(place + ": '" + text + "' is not " + what + ".");
        return Optional.empty();
    }

    private <T extends Coded> Optional<T> code(
            String place, @Nullable String text, @Nullable T usual, Function<String, Optional<T>> ofCode, T[] all) {
        Optional<T> found = text == null ? Optional.ofNullable(usual) : ofCode.apply(text);
        if (found.isEmpty()) {
            reasons.add(place + ": '" + text + "' is none of "
                    + Arrays.stream(all).map(Coded::code).collect(Collectors.joining(", ")) + ".");
        }
        return found;
    }

    /** Whether a text is the id of something here rather than a key of its source. */
    static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
