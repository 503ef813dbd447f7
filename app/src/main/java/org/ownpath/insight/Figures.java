package org.ownpath.insight;

/**
 * What is told of several students at once.
 *
 * @param growth the median of levels gained
 */
public record Figures(int students, Share onLevel, double growth, Pace pace) {

    /** So many of those of whom it is known. */
    public record Share(long part, long whole) {

        /** In whole hundredths. */
        public long percent() {
            return Figure.percent(part, whole);
        }
    }

    /**
     * How fast they go.
     *
     * @param perMonth the median of competencies mastered per month
     */
    public record Pace(double perMonth, long stalled) {}
}
