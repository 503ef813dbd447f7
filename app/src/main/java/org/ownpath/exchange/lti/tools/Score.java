package org.ownpath.exchange.lti.tools;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool says of somebody.
 *
 * @param user by the name that the tool knows
 * @param given the points; empty where none are said
 * @param maximum how many there are; 0 where no points are said
 */
record Score(String user, Instant at, OptionalDouble given, double maximum, Said said) {

    private static final List<String> ACTIVITY =
            List.of("Initialized", "Started", "InProgress", "Submitted", "Completed");
    private static final List<String> GRADING =
            List.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady");
    private static final int LONGEST_COMMENT = 2000;
    private static final double LARGEST = 1e9;

    /** How far the activity and its grading are, and the words with it. */
    record Said(String activity, String grading, String comment) {}

    /** Reads one. Throws {@link ToolRefused} where it says too little or what cannot be. */
    static Score read(ObjectNode json) {
        String user = json.path("userId").asString("");
        if (user.isBlank()) {
            throw ToolRefused.because("userId is missing.");
        }
        Instant at = LineItemJson.moment("timestamp", json.path("timestamp").asString(""));
        Said said = new Said(
                oneOf(json, "activityProgress", ACTIVITY),
                oneOf(json, "gradingProgress", GRADING),
                comment(json.path("comment").asString("")));
        if (!json.has("scoreGiven")) {
            return new Score(user, at, OptionalDouble.empty(), 0, said);
        }
        double given = number(json, "scoreGiven");
        double maximum = number(json, "scoreMaximum");
        if (!(maximum > 0)) {
            throw ToolRefused.because("scoreMaximum has to be above 0.");
        }
        return new Score(user, at, OptionalDouble.of(given), maximum, said);
    }

    /** Whether nothing more is to come. */
    boolean isFinal() {
        return said.grading().equals("FullyGraded") && given.isPresent();
    }

    private static String oneOf(JsonNode json, String name, List<String> values) {
        String value = json.path(name).asString("");
        if (!values.contains(value)) {
            throw ToolRefused.because(name + " has to be one of " + String.join(", ", values) + ".");
        }
        return value;
    }

    private static double number(JsonNode json, String name) {
        JsonNode said = json.path(name);
        double number = said.asDouble(-1);
        if (!said.isNumber() || !(number >= 0) || number > LARGEST) {
            throw ToolRefused.because(name + " has to be a number of 0 or more.");
        }
        return number;
    }

    private static String comment(String text) {
        if (text.length() > LONGEST_COMMENT || text.indexOf(0) >= 0) {
            throw ToolRefused.because("comment has to be a text of up to " + LONGEST_COMMENT + " characters.");
        }
        return text;
    }
}
