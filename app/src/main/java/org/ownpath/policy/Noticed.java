package org.ownpath.policy;

import java.util.Locale;

/** What a school can want to notice in the evidence of its students. */
public enum Noticed {
    STUCK("Stuck", "Tries again and again without getting better."),
    SPINNING("Going in circles", "Has tried very often, and it is not mastered."),
    GUESSING("Guessing", "Results jump up and down."),
    STALLED("Stalled", "Longer without evidence than usual for the student."),
    ABSENT("Absent", "Misses many days of school, by the attendance that was imported."),
    GOAL("Goal at risk", "At the student's own pace a goal will hardly be reached in time."),
    RACING("Racing without depth", "Masters much, by recall alone."),
    SLIPPING("Slipping", "What was mastered may be fading."),
    READY("Ready, never asked", "Ready for weeks, and nobody has asked.");

    private final String title;
    private final String help;

    Noticed(String title, String help) {
        this.title = title;
        this.help = help;
    }

    /** To choose from. */
    public String title() {
        return title;
    }

    /** What it means, in a sentence. */
    public String help() {
        return help;
    }

    /** As files and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
