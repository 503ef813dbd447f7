package org.ownpath.exchange.xapi.cmi5;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.ownpath.exchange.xapi.LearningRecord;
import tools.jackson.databind.JsonNode;

/**
 * What a unit may say by the standard, given what it has said. Pure: what it gives is why a statement is not taken, and
 * nothing where it is.
 *
 * @param agent the person of the visit
 * @param activity by which the unit is known in statements
 */
record UnitSpeech(Visit visit, CourseStructure.Unit unit, Progress progress, JsonNode agent, String activity) {

    /** Why a statement is not taken; empty where it is. */
    Optional<String> problem(LearningRecord record) {
        return belonging(record.statement())
                .or(() -> inTurn(record))
                .or(() -> defined(record) ? ofItself(record) : Optional.empty());
    }

    /** Whether a statement is one of those by which a unit tells of itself, and not of anything else. */
    static boolean defined(LearningRecord record) {
        return has(record.statement(), "category", Verbs.CATEGORY);
    }

    private Optional<String> belonging(JsonNode statement) {
        JsonNode context = statement.path("context");
        if (!sameAgent(statement.path("actor"))) {
            return Optional.of("The actor has to be the one that came with the launch.");
        }
        if (!context.path("registration")
                .asString("")
                .equals(visit.on().registration().toString())) {
            return Optional.of("context.registration has to be the one that came with the launch.");
        }
        if (!context.path("extensions")
                .path(Verbs.SESSION)
                .asString("")
                .equals(visit.id().toString())) {
            return Optional.of("context.extensions has to name the session of the context template.");
        }
        if (!has(statement, "grouping", unit.id())) {
            return Optional.of("context.contextActivities.grouping has to hold what the context template does.");
        }
        return inUtc(statement.path("timestamp").asString(""))
                ? Optional.empty()
                : Optional.of("timestamp has to be in UTC, such as 2026-03-02T10:15:00Z.");
    }

    private boolean sameAgent(JsonNode actor) {
        return actor.path("objectType").asString("Agent").equals("Agent")
                && actor.path("account").equals(agent.path("account"));
    }

    private static boolean inUtc(String timestamp) {
        return timestamp.endsWith("Z") || timestamp.endsWith("+00:00") || timestamp.endsWith("+0000");
    }

    private Optional<String> inTurn(LearningRecord record) {
        boolean begins = defined(record) && record.verb().equals(Verbs.INITIALIZED);
        Instant at = record.happenedAt();
        if (record.voids()) {
            return Optional.of("A unit cannot take back statements.");
        }
        if (visit.beganAt().isEmpty() && !begins) {
            return Optional.of("The first statement of a session has to be 'initialized'.");
        }
        if (visit.beganAt().filter(at::isBefore).isPresent()) {
            return Optional.of("It happened before 'initialized', which has to be the first statement.");
        }
        if (visit.terminatedAt().filter(end -> !at.isBefore(end)).isPresent()) {
            return Optional.of("It happened after 'terminated', which has to be the last statement.");
        }
        return Optional.empty();
    }

    private Optional<String> ofItself(LearningRecord record) {
        String verb = record.verb();
        if (!Verbs.OF_UNITS.contains(verb)) {
            return Optional.of("The verb is none by which a unit tells of itself in the category of cmi5.");
        }
        if (record.activity().filter(activity::equals).isEmpty()) {
            return Optional.of("The object has to be the activityId that came with the launch.");
        }
        return again(verb)
                .or(() -> ResultOfUnit.problem(record))
                .or(() -> verb.equals(Verbs.PASSED) || verb.equals(Verbs.FAILED)
                        ? judged(record, verb.equals(Verbs.PASSED))
                        : Optional.empty());
    }

    private Optional<String> again(String verb) {
        boolean judges = verb.equals(Verbs.PASSED) || verb.equals(Verbs.FAILED);
        boolean ends = verb.equals(Verbs.INITIALIZED) || verb.equals(Verbs.TERMINATED);
        if (visit.mode() != Visit.Mode.NORMAL && !ends) {
            return Optional.of("In the mode " + visit.mode().code() + " a unit only begins and ends.");
        }
        if (visit.said().contains(verb)) {
            return Optional.of("The session has this verb already.");
        }
        if (judges && (visit.said().contains(Verbs.PASSED) || visit.said().contains(Verbs.FAILED))) {
            return Optional.of("The session has been passed or failed already.");
        }
        if (verb.equals(Verbs.COMPLETED) && progress.completedAt().isPresent()) {
            return Optional.of("The unit was completed already in this registration.");
        }
        return judges && progress.passedAt().isPresent()
                ? Optional.of("The unit was passed already in this registration.")
                : Optional.empty();
    }

    private Optional<String> judged(LearningRecord record, boolean passed) {
        JsonNode scaled = record.statement().path("result").path("score").path("scaled");
        Optional<BigDecimal> mastery = unit.asks().masteryScore();
        if (mastery.isEmpty() || !scaled.isNumber()) {
            return Optional.empty();
        }
        boolean reached = scaled.decimalValue().compareTo(mastery.get()) >= 0;
        if (reached != passed) {
            return Optional.of("A score of " + scaled.decimalValue().toPlainString() + " does not go with '"
                    + (passed ? "passed" : "failed") + "' where the mastery score is "
                    + mastery.get().toPlainString() + ".");
        }
        JsonNode told = record.statement().path("context").path("extensions").path(Verbs.MASTERY_SCORE);
        return told.isNumber() && told.decimalValue().compareTo(mastery.get()) == 0
                ? Optional.empty()
                : Optional.of("context.extensions has to tell the mastery score by which it was judged.");
    }

    static boolean has(JsonNode statement, String relation, String id) {
        JsonNode related = statement.path("context").path("contextActivities").path(relation);
        return StreamSupport.stream(related.spliterator(), false)
                .anyMatch(activity -> activity.path("id").asString("").equals(id));
    }

    /** The visit after a statement that was taken. */
    Visit heard(LearningRecord record, Instant now) {
        boolean defined = defined(record);
        Instant at = record.happenedAt();
        Set<String> said = new HashSet<>(visit.said());
        if (defined) {
            said.add(record.verb());
        }
        boolean ends = defined && record.verb().equals(Verbs.TERMINATED);
        return new Visit(
                visit.id(),
                visit.on(),
                visit.mode(),
                visit.openedAt(),
                now,
                said,
                defined && record.verb().equals(Verbs.INITIALIZED) ? Optional.of(at) : visit.beganAt(),
                ends ? Optional.of(at) : visit.terminatedAt(),
                ends ? Optional.of(now) : visit.endedAt());
    }

    /** How far the person is after a statement that was taken. */
    Progress after(LearningRecord record) {
        if (!defined(record)) {
            return progress;
        }
        Instant at = record.happenedAt();
        return switch (record.verb()) {
            case Verbs.COMPLETED -> progress.completed(at);
            case Verbs.PASSED -> progress.passed(at, ResultOfUnit.score(record));
            case Verbs.FAILED -> progress.failed(at, ResultOfUnit.score(record));
            default -> progress;
        };
    }
}
