package org.ownpath.exchange.xapi.rules;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** The score of a result as a part of what could be reached. */
final class Score {

    private Score() {}

    /** From 0 to 1: as it is scaled, or the points between the least and the most; empty where neither is said. */
    static OptionalDouble of(JsonNode score) {
        if (score.has("scaled")) {
            return OptionalDouble.of(Math.max(0, score.path("scaled").asDouble()));
        }
        double min = score.path("min").asDouble(0);
        double max = score.path("max").asDouble(min);
        return score.has("raw") && max > min
                ? OptionalDouble.of((score.path("raw").asDouble() - min) / (max - min))
                : OptionalDouble.empty();
    }
}
