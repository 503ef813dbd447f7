package org.ownpath.roster;

import java.util.Locale;

/** What a student's name or work may be used for, where somebody may say no. */
public enum Purpose {
    /** Lists of students that the school gives to others. */
    DIRECTORY("Lists that the school gives to others", "Name and grade, such as for a yearbook or the town."),
    /** Work that is shown to an assessor from outside. */
    OUTSIDE_ASSESSOR(
            "Somebody from outside looks at work", "One piece of work, without the name, for whom a teacher invites.");

    private final String words;
    private final String more;

    Purpose(String words, String more) {
        this.words = words;
        this.more = more;
    }

    /** What it is, as a family reads it. */
    public String words() {
        return words;
    }

    /** What exactly is used. */
    public String more() {
        return more;
    }

    /** As the database and forms name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
