package org.ownpath.policy;

import java.util.List;

/** In how many levels ratings are given and said. What is stored stays on the framework's own scale. */
public enum RatingLevels {
    /** As the framework has them. */
    FRAMEWORK(0, 0),
    TWO(2, 2, "Not yet", "Shown"),
    THREE(3, 2, "Not yet", "Shown", "Beyond"),
    FIVE(5, 4, "Beginning", "Developing", "Nearly", "Proficient", "Advanced"),
    /** Called as the level of the framework's scale that each reaches. */
    TWELVE(12, 9);

    private final int count;
    private final int mastery;
    private final List<String> names;

    RatingLevels(int count, int mastery, String... names) {
        this.count = count;
        this.mastery = mastery;
        this.names = List.of(names);
    }

    /** How many there are; 0 where the framework says it. */
    public int count() {
        return count;
    }

    /** Which of them is the lowest that counts as mastery. */
    public int mastery() {
        return mastery;
    }

    /** What each is called, lowest first; empty where that follows the framework's scale. */
    public List<String> names() {
        return names;
    }
}
