package org.ownpath.support;

import java.util.Arrays;
import java.util.Locale;

/** What the evidence shown since a plan began says of it. */
public enum PlanOutcome {
    MASTERED("Mastered", "everything it was about is mastered"),
    GROWING("Growing", "clearly better than at the start, not all mastered yet"),
    SAME("No change yet", "about the same as at the start"),
    LOWER("Lower", "lower than at the start"),
    NOT_RECHECKED("Not checked again", "nothing was shown since it began");

    private final String title;
    private final String meaning;

    PlanOutcome(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** "Mastered". */
    public String title() {
        return title;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Whether there is evidence to say anything. */
    public boolean rechecked() {
        return this != NOT_RECHECKED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlanOutcome ofCode(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown outcome '" + code + "'"));
    }
}
