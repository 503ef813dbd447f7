package org.ownpath.engine.time;

/** How well something was remembered at a review, as the free spaced repetition scheduler grades it. */
public enum RecallGrade {
    /** Not remembered. */
    AGAIN(1),
    /** Remembered with serious difficulty. */
    HARD(2),
    /** Remembered after some thought. */
    GOOD(3),
    /** Remembered at once. */
    EASY(4);

    private final int number;

    RecallGrade(int number) {
        this.number = number;
    }

    /**
     * The grade with this number.
     *
     * @throws IllegalArgumentException if the number is not from 1 to 4
     */
    public static RecallGrade of(int number) {
        for (RecallGrade grade : values()) {
            if (grade.number == number) {
                return grade;
            }
        }
        throw new IllegalArgumentException(
                "Grade " + number + " is none. Use 1 for again, 2 for hard, 3 for good, 4 for easy.");
    }

    /** G of the formulas: 1 for again to 4 for easy. */
    public int number() {
        return number;
    }
}
