package org.ownpath.portal.student;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ownpath.pathway.StudentPath.GrowthPoint;

/**
 * Growth drawn on a canvas of 520 by 200: months to the right, competencies mastered upward, from the baseline on.
 *
 * @param line the path of the line, in SVG
 * @param area the path of the area below it
 * @param first the month and count of the baseline
 * @param last the month and count of now
 */
public record GrowthPicture(String line, String area, Mark first, Mark last, List<Mark> marks) {

    private static final int LEFT = 30;
    private static final int RIGHT = 500;
    private static final int TOP = 24;
    private static final int BOTTOM = 160;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    /** A point with its words. */
    public record Mark(String month, int mastered, long x, long y) {}

    static GrowthPicture of(List<GrowthPoint> points) {
        int low = points.get(0).mastered();
        int high = Math.max(low + 1, points.get(points.size() - 1).mastered());
        List<Mark> marks = IntStream.range(0, points.size())
                .mapToObj(i -> {
                    GrowthPoint point = points.get(i);
                    long x = LEFT + Math.round((RIGHT - LEFT) * (double) i / (points.size() - 1));
                    long y = BOTTOM - Math.round((BOTTOM - TOP) * (double) (point.mastered() - low) / (high - low));
                    return new Mark(MONTH.format(point.month()), point.mastered(), x, y);
                })
                .toList();
        String line = "M" + marks.stream().map(m -> m.x() + " " + m.y()).collect(Collectors.joining(" L"));
        String area = line + " L" + RIGHT + " " + BOTTOM + " L" + LEFT + " " + BOTTOM + " Z";
        return new GrowthPicture(line, area, marks.get(0), marks.get(marks.size() - 1), marks);
    }
}
