package org.ownpath.portal.teacher;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Observation;
import org.ownpath.roster.Person;
import org.ownpath.shared.PersonId;

/** Reads a form into an observation, or tells everything that is wrong with it. Pure. */
final class Reading {

    private final RecordForm form;
    private final List<String> problems = new ArrayList<>();

    private Reading(RecordForm form) {
        this.form = form;
    }

    /** What a form says: an observation, or why it says none. */
    record Read(Optional<Observation> observation, List<String> problems) {}

    /**
     * What the form does not say.
     *
     * @param shownBefore for a correction, the moment that stands: the same day keeps it
     */
    record Known(PersonId observer, Optional<Instant> shownBefore) {}

    static Read read(RecordForm form, Known known) {
        return new Reading(form).read(known);
    }

    private Read read(Known known) {
        RecordForm.Typed typed = form.typed();
        Optional<LocalDate> day = day(typed.day());
        Optional<Observation.Nature> nature = nature(typed);
        List<Observation.Rating> ratings = ratings();
        if (day.isEmpty() || nature.isEmpty() || !problems.isEmpty()) {
            return new Read(Optional.empty(), List.copyOf(problems));
        }
        Observation observation = new Observation(
                form.piece(),
                nature.get(),
                known.observer(),
                shownAt(day.get(), known),
                text(typed.task()),
                text(typed.note()),
                form.attached().stream().map(Artifacts.Artifact::hash).toList(),
                ratings);
        return new Read(Optional.of(observation), List.of());
    }

    /** The beginning of the day, so that sending the same form twice says the same, and today is never in the future. */
    private static Instant shownAt(LocalDate day, Known known) {
        return known.shownBefore()
                .filter(before -> SchoolTime.day(before).equals(day))
                .orElseGet(() -> SchoolTime.start(day));
    }

    private Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() < 10_000) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException notADay) {
            // told below, as any other text that is no day
        }
        problems.add(
                text.isBlank()
                        ? "The day is missing. Give the day on which it was shown."
                        : "'" + text + "' is not a day. Write it as year, month and day: 2026-04-02.");
        return Optional.empty();
    }

    private Optional<Observation.Nature> nature(RecordForm.Typed typed) {
        Optional<Form> shape = code("form", typed.form(), Form::ofCode);
        Optional<Depth> depth = code("depth", typed.depth(), Depth::ofCode);
        Optional<Context> context = code("place", typed.context(), Context::ofCode);
        Optional<Purpose> purpose = code("purpose", typed.purpose(), Purpose::ofCode);
        return shape.isEmpty() || depth.isEmpty() || context.isEmpty() || purpose.isEmpty()
                ? Optional.empty()
                : Optional.of(new Observation.Nature(shape.get(), depth.get(), context.get(), purpose.get()));
    }

    private <T> Optional<T> code(String what, String code, Function<String, Optional<T>> read) {
        Optional<T> found = read.apply(code);
        if (found.isEmpty()) {
            problems.add(
                    code.isBlank()
                            ? "The " + what + " is missing. Choose one of those shown."
                            : "'" + code + "' is no " + what + " that evidence can have. Choose one of those shown.");
        }
        return found;
    }

    private List<Observation.Rating> ratings() {
        List<Observation.Rating> ratings = new ArrayList<>();
        Set<String> unknown = new HashSet<>(form.marks().keySet());
        for (RecordForm.Part part : form.parts()) {
            for (Person student : part.students()) {
                String mark = form.mark(part, student);
                if (mark != null) {
                    unknown.remove(part.field(student));
                    result(part, mark, student)
                            .ifPresent(result -> ratings.add(new Observation.Rating(
                                    student.student(), part.competency().id(), result)));
                }
            }
        }
        if (!unknown.isEmpty()) {
            problems.add("Marks for somebody or something that is not on this form: " + unknown.size()
                    + ". The group or the competencies have changed; look at the marks again.");
        }
        return ratings;
    }

    private Optional<Result> result(RecordForm.Part part, String mark, Person student) {
        if (mark.equals(RecordForm.MISSED)) {
            return Optional.of(Result.missed());
        }
        if (mark.equals(RecordForm.EXCUSED)) {
            return Optional.of(Result.excused());
        }
        OptionalDouble value = part.scale().read(mark);
        if (value.isEmpty()) {
            problems.add("'" + mark + "' is not a mark on the scale '"
                    + part.scale().name() + "' (for " + student.fullName() + " in '"
                    + part.competency().title() + "'). Choose one of those shown.");
        }
        return value.stream().mapToObj(Result::rated).findFirst();
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }
}
