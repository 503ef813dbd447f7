package org.ownpath.exchange.xapi.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import tools.jackson.databind.JsonNode;

/** Holds statements against a rule. Pure: whom a statement is about is found by whoever asks. */
final class Scales {

    /** By so much the clock of a program may be fast. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

    private final EvidenceRule rule;
    private final Curriculum curriculum;
    private final Map<String, CompetencyId> byName;

    Scales(EvidenceRule rule, Curriculum curriculum) {
        this.rule = rule;
        this.curriculum = curriculum;
        this.byName = rule.competency().isPresent() ? Map.of() : curriculum.byName();
    }

    /** What the rule makes of a statement about this student. */
    Weighed weigh(LearningRecord record, Optional<StudentId> learner, Instant now) {
        if (learner.isEmpty()) {
            return new Weighed.Nothing(
                    "Who did it is no student on the roster. The address of e-mail or the name of the "
                            + "account has to be the key that the roster's source has for the student.");
        }
        Optional<Competency> competency =
                rule.competency().or(() -> named(record.statement())).flatMap(curriculum::competency);
        if (competency.isEmpty()) {
            return new Weighed.Nothing("It names no competency that is known here, by its identifier or its code.");
        }
        Instant happened = record.happenedAt();
        if (happened.isAfter(now.plus(WRONG_CLOCK))) {
            return new Weighed.Nothing("It says that it happened in the future.");
        }
        Instant shownAt = happened.isAfter(now) ? now : happened;
        OptionalDouble measured = rule.measure().of(record.statement().path("result"));
        Scale scale = curriculum.scaleOf(competency.get());
        if (rule.steps().isEmpty()) {
            return rated(learner.get(), competency.get(), scale.mastery(), shownAt);
        }
        if (measured.isEmpty()) {
            return new Weighed.Nothing(
                    "Its result does not say " + rule.measure().words() + ".");
        }
        OptionalDouble rating = EvidenceRule.Step.reached(rule.steps(), measured.getAsDouble());
        return rating.isPresent()
                ? rated(learner.get(), competency.get(), rating.getAsDouble(), shownAt)
                : new Weighed.Nothing(
                        "With " + percent(measured.getAsDouble()) + " it is below the lowest step of the rule.");
    }

    private Weighed rated(StudentId student, Competency competency, double rating, Instant shownAt) {
        Scale.Level level = curriculum.scaleOf(competency).reached(rating);
        return new Weighed.Evidence(
                student,
                competency.id(),
                rating,
                shownAt,
                competency.title() + ": " + level.symbol() + ", " + level.name());
    }

    private static String percent(double measure) {
        return Math.round(measure * 100) + "%";
    }

    /** The competency that is the object, or among what the object belongs to: by identifier or code, at the end of an IRI. */
    private Optional<CompetencyId> named(JsonNode statement) {
        JsonNode grouping = statement.path("context").path("contextActivities").path("grouping");
        return Stream.concat(Stream.of(statement.path("object")), StreamSupport.stream(grouping.spliterator(), false))
                .map(activity -> activity.path("id").asString(""))
                .map(iri -> iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1))
                .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                .findFirst();
    }
}
