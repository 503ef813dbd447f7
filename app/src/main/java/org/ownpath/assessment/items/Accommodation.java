package org.ownpath.assessment.items;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows a student into every test.
 *
 * @param extraTime more time where there is a timer, in per cent
 * @param largerText questions in larger letters
 * @param untimed no timer at all
 * @param reason why, for those who ask later
 */
public record Accommodation(int extraTime, boolean largerText, boolean untimed, String reason) {

    /** Nothing beyond what everybody has. */
    public static final Accommodation NONE = new Accommodation(0, false, false, "");

    /** The most extra time, in per cent. */
    public static final int MOST_EXTRA_TIME = 300;

    /** What there is, as an assessor reads it: "25% more time, larger letters"; empty when there is nothing. */
    public String words() {
        return Stream.of(
                        extraTime > 0 ? extraTime + "% more time" : "",
                        largerText ? "larger letters" : "",
                        untimed ? "no time limit" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    Duration stretched(Duration time) {
        return time.plus(time.multipliedBy(extraTime).dividedBy(100));
    }
}
