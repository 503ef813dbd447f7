package org.ownpath.exchange.caseframework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.framework.Scale;
import tools.jackson.databind.JsonNode;

/** Reads what {@link CaseWriter} says beyond the standard, and the rubrics that go with it. */
final class OwnExtension {

    private OwnExtension() {}

    /** The scale of a document that another installation wrote; empty where it has none that can be one. */
    static Optional<Scale> scale(JsonNode document) {
        JsonNode told = own(document).path("scale");
        List<Scale.Level> levels = new ArrayList<>();
        for (JsonNode level : told.path("levels")) {
            levels.add(new Scale.Level(
                    level.path("value").asDouble(0),
                    level.path("name").asString(""),
                    level.has("label") ? level.path("label").asString("") : null));
        }
        double mastery = told.path("mastery").asDouble(0);
        return levels.size() > 1
                        && rises(levels)
                        && mastery > levels.get(0).value()
                        && mastery <= levels.get(levels.size() - 1).value()
                ? Optional.of(new Scale(told.path("name").asString(""), levels, mastery))
                : Optional.empty();
    }

    static Optional<String> strand(JsonNode item) {
        return Optional.of(own(item).path("strand").asString("")).filter(strand -> !strand.isBlank());
    }

    static Optional<Boolean> assessable(JsonNode item) {
        JsonNode told = own(item).path("assessable");
        return told.isBoolean() ? Optional.of(told.asBoolean()) : Optional.empty();
    }

    /** What work looks like at each level, by the item's identifier. */
    static Map<String, List<String>> descriptions(JsonNode rubrics) {
        Map<String, List<String>> descriptions = new HashMap<>();
        for (JsonNode rubric : rubrics) {
            for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
                List<JsonNode> levels = new ArrayList<>();
                criterion.path("CFRubricCriterionLevels").forEach(levels::add);
                levels.sort(
                        Comparator.comparingInt(level -> level.path("position").asInt(0)));
                descriptions.put(
                        criterion.path("CFItemURI").path("identifier").asString(""),
                        levels.stream()
                                .map(level -> level.path("description").asString(""))
                                .toList());
            }
        }
        return descriptions;
    }

    private static JsonNode own(JsonNode part) {
        return part.path("extensions").path(CaseWriter.OWN);
    }

    private static boolean rises(List<Scale.Level> levels) {
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).value() <= levels.get(i - 1).value()) {
                return false;
            }
        }
        return true;
    }
}
