package org.ownpath.exchange.xapi.cmi5;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ownpath.exchange.xapi.LearningRecord;
import tools.jackson.databind.JsonNode;

/** What the standard demands of the result of a statement by which a unit tells of itself. */
final class ResultOfUnit {

    private static final Set<String> JUDGED = Set.of(Verbs.PASSED, Verbs.FAILED);
    private static final Set<String> LASTING = Set.of(Verbs.PASSED, Verbs.FAILED, Verbs.COMPLETED, Verbs.TERMINATED);

    private ResultOfUnit() {}

    /** The score from 0 to 1, where one is told. */
    static OptionalDouble score(LearningRecord record) {
        JsonNode scaled = record.statement().path("result").path("score").path("scaled");
        return scaled.isNumber() ? OptionalDouble.of(scaled.asDouble()) : OptionalDouble.empty();
    }

    static Optional<String> problem(LearningRecord record) {
        JsonNode result = record.statement().path("result");
        String verb = record.verb();
        return flag(result, "success", JUDGED.contains(verb), verb.equals(Verbs.PASSED))
                .or(() -> flag(result, "completion", verb.equals(Verbs.COMPLETED), true))
                .or(() -> LASTING.contains(verb) && !result.has("duration")
                        ? Optional.of("result.duration is missing.")
                        : Optional.empty())
                .or(() -> score(result.path("score"), JUDGED.contains(verb)))
                .or(() -> progress(result.path("extensions").path(Verbs.PROGRESS)))
                .or(() -> moveOn(record.statement()));
    }

    private static Optional<String> flag(JsonNode result, String name, boolean asked, boolean value) {
        if (!asked) {
            return result.has(name) ? Optional.of("result." + name + " does not go with this verb.") : Optional.empty();
        }
        return result.path(name).isBoolean() && result.path(name).asBoolean() == value
                ? Optional.empty()
                : Optional.of("result." + name + " has to be " + value + " with this verb.");
    }

    private static Optional<String> score(JsonNode score, boolean judged) {
        if (score.isMissingNode()) {
            return Optional.empty();
        }
        if (!judged) {
            return Optional.of("result.score goes with 'passed' and 'failed' only.");
        }
        if (score.has("raw") && !(score.has("min") && score.has("max"))) {
            return Optional.of("result.score.raw needs min and max beside it.");
        }
        if (List.of("raw", "min", "max").stream().anyMatch(name -> score.has(name) && !isWhole(score.path(name)))) {
            return Optional.of("raw, min and max of result.score are whole numbers.");
        }
        return score.has("scaled") && score.path("scaled").asDouble() < 0
                ? Optional.of("result.score.scaled lies between 0 and 1.")
                : Optional.empty();
    }

    private static Optional<String> progress(JsonNode progress) {
        boolean good = progress.isMissingNode()
                || (isWhole(progress) && progress.asDouble() >= 0 && progress.asDouble() <= 100);
        return good ? Optional.empty() : Optional.of("The progress is a whole number from 0 to 100.");
    }

    private static boolean isWhole(JsonNode number) {
        return number.isNumber() && number.asDouble() == Math.rint(number.asDouble());
    }

    private static Optional<String> moveOn(JsonNode statement) {
        boolean counts = statement.path("result").has("success")
                || statement.path("result").has("completion");
        return counts == UnitSpeech.has(statement, "category", Verbs.CATEGORY_MOVE_ON)
                ? Optional.empty()
                : Optional.of(
                        "The category 'moveon' goes with statements that have success or completion, and with all of them.");
    }
}
