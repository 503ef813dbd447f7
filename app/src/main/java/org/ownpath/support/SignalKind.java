package org.ownpath.support;

import java.util.Arrays;
import java.util.Locale;
import org.ownpath.policy.Noticed;

/** What a signal is about; what should wait least comes first. */
public enum SignalKind {
    STUCK("tries again and again without getting better", "Find out where it breaks, then agree on support."),
    SPINNING("very many tries and no mastery", "Try another way to learn it, or go back to what comes before it."),
    GUESSING("results jump up and down", "Let the student explain an answer before the next test."),
    STALLED("longer without evidence than usual for the student", "Talk, and agree on the next step."),
    ABSENT("misses many days of school", "Ask what keeps them away, and agree on a way back."),
    GOAL("a goal may not be reached in time", "Look at the goal together: more time, a nearer goal or another way."),
    RACING("masters much, by recall alone", "Give a task in which it has to be used."),
    SLIPPING("what was mastered may be fading", "Check again what the next step builds on."),
    READY("ready for weeks, and nobody has asked", "Ask for a demonstration.");

    private final String meaning;
    private final String suggestion;

    SignalKind(String meaning, String suggestion) {
        this.meaning = meaning;
        this.suggestion = suggestion;
    }

    /** Whether it is about the whole student: then everybody who teaches them is told, whatever the subject. */
    public boolean ofWholeStudent() {
        return this == ABSENT;
    }

    /** Whether its competencies are what is left to do, and not what shows it. */
    public boolean namesWhatIsLeft() {
        return this == ABSENT || this == GOAL;
    }

    /** "Stuck". */
    public String title() {
        return noticed().title();
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String suggestion() {
        return suggestion;
    }

    /** The same as the school chooses it. */
    Noticed noticed() {
        return Noticed.valueOf(name());
    }

    /** As the database keeps it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignalKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown kind of signal '" + code + "'"));
    }
}
