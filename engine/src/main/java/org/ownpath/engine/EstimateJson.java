package org.ownpath.engine;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of estimates with several parameters. */
final class EstimateJson {

    private EstimateJson() {}

    static Estimate.KnowledgeTracing knowledgeTracing(JsonFields fields) {
        return new Estimate.KnowledgeTracing(
                fields.number("from", Limit.RATING),
                fields.number("prior", Limit.PROBABILITY),
                fields.number("learn", Limit.PROBABILITY),
                fields.number("guess", Limit.ERROR),
                fields.number("slip", Limit.ERROR),
                fields.number("forget", Limit.PROBABILITY));
    }

    static void write(Estimate.KnowledgeTracing model, ObjectNode json) {
        RuleJson.putNumber(json, "from", model.from());
        RuleJson.putNumber(json, "prior", model.prior());
        RuleJson.putNumber(json, "learn", model.learn());
        RuleJson.putNumber(json, "guess", model.guess());
        RuleJson.putNumber(json, "slip", model.slip());
        RuleJson.putNumber(json, "forget", model.forget());
    }

    static Estimate.GradedResponse gradedResponse(JsonFields fields) {
        return new Estimate.GradedResponse(
                fields.number("from", Limit.RATING),
                fields.number("discrimination", Limit.DISCRIMINATION),
                fields.numbers("levels", Limit.RATING),
                fields.numbers("taus", Limit.ABILITY),
                fields.optionalNumber("cut", Limit.ABILITY));
    }

    static void write(Estimate.GradedResponse model, ObjectNode json) {
        RuleJson.putNumber(json, "from", model.from());
        RuleJson.putNumber(json, "discrimination", model.discrimination());
        putNumbers(json.putArray("levels"), model.levels());
        putNumbers(json.putArray("taus"), model.taus());
        model.cut().ifPresent(cut -> RuleJson.putNumber(json, "cut", cut));
    }

    private static void putNumbers(ArrayNode json, List<Double> numbers) {
        for (double number : numbers) {
            if (number == Math.rint(number)) {
                json.add((int) number);
            } else {
                json.add(number);
            }
        }
    }

    static Estimate.Elo elo(JsonFields fields) {
        return new Estimate.Elo(
                fields.number("from", Limit.RATING),
                fields.number("gain", Limit.GAIN),
                fields.number("decay", Limit.PROBABILITY));
    }

    static void write(Estimate.Elo model, ObjectNode json) {
        RuleJson.putNumber(json, "from", model.from());
        RuleJson.putNumber(json, "gain", model.gain());
        RuleJson.putNumber(json, "decay", model.decay());
    }
}
