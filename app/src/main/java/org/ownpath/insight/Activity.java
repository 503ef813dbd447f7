package org.ownpath.insight;

import java.util.Locale;

/** What a student's dates of evidence and mastery say, each by one plain definition. */
public enum Activity {
    /** Everything stands mastered. */
    COMPLETE("Through", "everything there is stands mastered"),
    /** Nothing shown lately. */
    QUIET("Quiet", "nothing was shown in the last {days} days"),
    /** Shown lately, nothing mastered. */
    STALLED("Stalled", "something was shown in the last {days} days, and nothing new was mastered in them"),
    /** Far more masteries than most. */
    RACING("Racing", "at least {times} times as many masteries as the median student, and {least} or more"),
    /** None of these. */
    STEADY("Steady", "none of these");

    private final String words;
    private final String definition;

    Activity(String words, String definition) {
        this.words = words;
        this.definition = definition;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As an address has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means under these limits. */
    public String definition(OutcomeLimits limits) {
        return definition
                .replace("{days}", String.valueOf(limits.quietDays()))
                .replace("{times}", Figure.plain(limits.racingTimes()))
                .replace("{least}", String.valueOf(limits.racingLeast()));
    }
}
