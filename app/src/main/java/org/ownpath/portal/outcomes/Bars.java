package org.ownpath.portal.outcomes;

import java.util.ArrayList;
import java.util.List;
import org.ownpath.insight.Figure;
import org.ownpath.insight.SubjectOutcomes;

/** How many students master how many competencies a month, as bars. */
public record Bars(List<Bar> bars) {

    private static final int MOST_BARS = 12;
    private static final double[] WIDTHS = {0.25, 0.5, 1, 2, 5, 10, 20};

    /**
     * A bar.
     *
     * @param from the least a month that belongs to it
     * @param to what belongs to it no longer
     */
    public record Bar(double from, double to, int students) {

        /** "1 to 2". */
        public String words() {
            return Figure.plain(from) + " to " + Figure.plain(to);
        }
    }

    static Bars of(SubjectOutcomes outcomes) {
        double most = outcomes.students().stream()
                .mapToDouble(outcomes::perMonth)
                .max()
                .orElse(0);
        double width = width(most);
        List<Bar> bars = new ArrayList<>();
        for (double from = 0; from <= most; from += width) {
            double low = from;
            double high = from + width;
            bars.add(new Bar(low, high, (int) outcomes.students().stream()
                    .mapToDouble(outcomes::perMonth)
                    .filter(pace -> pace >= low && pace < high)
                    .count()));
        }
        return new Bars(bars);
    }

    /** The most students of any bar; at least one. */
    public int most() {
        return Math.max(1, bars.stream().mapToInt(Bar::students).max().orElse(1));
    }

    private static double width(double most) {
        for (double width : WIDTHS) {
            if (most / width < MOST_BARS) {
                return width;
            }
        }
        return Math.ceil(most / MOST_BARS);
    }
}
