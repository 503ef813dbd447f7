package org.ownpath.insight;

import java.util.Locale;

/** What a student's dates of evidence and mastery say, each by one plain definition. */
public enum Activity {
    /** Everything stands mastered. */
    COMPLETE("Through", "everything there is stands mastered"),
    /** Nothing shown lately. */
    QUIET("Quiet", "nothing was shown in the last {days} days"),
    /** Shown lately, nothing mastered. */
    STALLED(
            "Stalled",
            "something was shown in the last {days} days, and nothing new was mastered in the last {stalled}: {times} times as long as"
                    + " the median student takes from one mastery to the next, and at least {days}"),
    /** Far more masteries than most. */
    RACING(
            "Racing",
            "{racing} masteries or more since then: {times} times as many as the median student, and at least {least}"),
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

    /** What it means among these students. */
    public String definition(SubjectOutcomes outcomes) {
        OutcomeLimits limits = outcomes.limits();
        return definition
                .replace("{days}", String.valueOf(limits.quietDays()))
                .replace("{stalled}", String.valueOf(outcomes.lines().stalledDays()))
                .replace("{racing}", String.valueOf(outcomes.lines().racingFrom()))
                .replace("{times}", Figure.plain(limits.times()))
                .replace("{least}", String.valueOf(limits.racingLeast()));
    }
}
