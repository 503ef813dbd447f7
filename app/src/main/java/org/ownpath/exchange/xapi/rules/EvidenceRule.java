package org.ownpath.exchange.xapi.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.framework.Scale;
import org.ownpath.shared.CompetencyId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Which statements are evidence of what.
 *
 * @param competency what they are evidence of; empty: each statement names it
 * @param steps from which measure on it is rated how, lowest first; none where the statement itself says that it is mastered
 */
public record EvidenceRule(
        EvidenceRuleId id,
        String name,
        Matching matching,
        Optional<CompetencyId> competency,
        Measure measure,
        List<Step> steps,
        Observation.Nature nature) {

    /** Keeps its own copy of the steps, in their order. */
    public EvidenceRule {
        steps = steps.stream().sorted(Comparator.comparingDouble(Step::from)).toList();
    }

    /**
     * Which statements it is about.
     *
     * @param verb an IRI
     * @param activity an IRI, or the beginning of one and an asterisk
     */
    public record Matching(String verb, String activity) {

        private static final String ANY_END = "*";

        /** Whether a statement is one of them. */
        public boolean takes(LearningRecord statement) {
            // what the product itself tells rests on evidence already
            return !statement.sentBy().equals(LearningRecords.OWNPATH)
                    && statement.verb().equals(verb)
                    && takes(statement.activity().orElse(""));
        }

        private boolean takes(String iri) {
            return activity.endsWith(ANY_END)
                    ? iri.startsWith(activity.substring(0, activity.length() - ANY_END.length()))
                    : iri.equals(activity);
        }
    }

    /** A rating, for whoever reaches this measure, from 0 to 1. */
    public record Step(double from, double rating) {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        /** The rating that a measure reaches; empty where it is below all steps. */
        public static OptionalDouble reached(List<Step> steps, double measure) {
            return steps.stream()
                    .sorted(Comparator.comparingDouble(Step::from))
                    .filter(step -> measure >= step.from() - 1e-9)
                    .mapToDouble(Step::rating)
                    .reduce((lower, higher) -> higher);
        }

        /** Why these steps say nothing on a scale, with the remedy; empty when they do. */
        public static Optional<String> problem(List<Step> steps, Scale scale) {
            if (steps.isEmpty()) {
                return Optional.of("Say for at least one level from which score on it is reached.");
            }
            if (steps.stream().anyMatch(step -> step.from() < 0 || step.from() > 1)) {
                return Optional.of("A step lies between 0 and 100 percent.");
            }
            return steps.stream()
                    .flatMap(step -> scale.refusal(step.rating()).stream())
                    .findFirst();
        }

        /** As the database keeps them. */
        public static String written(List<Step> steps) {
            ArrayNode array = JSON.createArrayNode();
            steps.forEach(step -> array.addObject().put("from", step.from()).put("rating", step.rating()));
            return array.toString();
        }

        /** What the database has kept. */
        public static List<Step> read(String written) {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : JSON.readTree(written)) {
                steps.add(new Step(
                        step.path("from").asDouble(), step.path("rating").asDouble()));
            }
            return steps;
        }
    }

    /** What of a result counts, as a number from 0 to 1. */
    public enum Measure {
        SCORE("how many of the points were reached") {
            @Override
            OptionalDouble of(JsonNode result) {
                return Score.of(result.path("score"));
            }
        },
        SUCCESS("whether it was done well") {
            @Override
            OptionalDouble of(JsonNode result) {
                return yesOrNo(result.get("success"));
            }
        },
        COMPLETION("whether it was done to the end") {
            @Override
            OptionalDouble of(JsonNode result) {
                return yesOrNo(result.get("completion"));
            }
        };

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }

        /** As the database and forms name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that a code names. */
        public static Optional<Measure> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }

        abstract OptionalDouble of(JsonNode result);

        private static OptionalDouble yesOrNo(@Nullable JsonNode said) {
            return said == null ? OptionalDouble.empty() : OptionalDouble.of(said.asBoolean() ? 1 : 0);
        }
    }
}
