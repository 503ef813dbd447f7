package org.ownpath.exchange.lti.platforms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.ownpath.exchange.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a system is told of a student.
 *
 * @param of what it is about, in words
 * @param level how far it has come, in words, without the points
 * @param complete whether there is nothing more to do for it
 */
record ReturnedScore(String of, String level, double given, double most, boolean complete) {

    /** As people read it. */
    String words() {
        return of + ": " + level + " (" + points(given) + " of " + points(most) + ")";
    }

    private static String points(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** As the standard says it. */
    String of(String subject, Instant now) {
        ObjectNode score = StrictJson.empty();
        score.put("userId", subject);
        score.put("timestamp", now.toString());
        score.put("scoreGiven", given);
        score.put("scoreMaximum", most);
        score.put("activityProgress", complete ? "Completed" : "InProgress");
        score.put("gradingProgress", "FullyGraded");
        score.put("comment", level);
        return score.toString();
    }
}
