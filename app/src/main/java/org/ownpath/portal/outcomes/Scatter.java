package org.ownpath.portal.outcomes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ownpath.insight.Figure;
import org.ownpath.insight.StudentOutcome;
import org.ownpath.insight.SubjectOutcomes;

/** Proficiency to the right, growth upward, dots for students, on a canvas of 560 by 330. */
public record Scatter(List<Dot> dots, List<Tick> across, List<Tick> upward, Lines lines) {

    private static final int LEFT = 44;
    private static final int RIGHT = 548;
    private static final int TOP = 12;
    private static final int BOTTOM = 288;

    /** Students at one place. */
    public record Dot(long x, long y, List<StudentOutcome> students) {

        /** Whether they are on the level of their grade. */
        public boolean onLevel() {
            return students.get(0).distance().orElseThrow() >= 0;
        }

        /** The more students, the larger the area. */
        public String radius() {
            return Figure.plain(2.5 + 1.5 * Math.sqrt(students.size()));
        }

        /** Who they are, and where. */
        public String words() {
            StudentOutcome one = students.get(0);
            return students.stream().map(s -> s.student().fullName()).collect(Collectors.joining(", ")) + ": "
                    + Figure.signed(one.levels().growth()) + " levels gained, now "
                    + Figure.signed(one.distance().orElseThrow());
        }
    }

    /** A number beside an axis. */
    public record Tick(long at, String words) {}

    /** Where somebody on level begins, and where a level a year is. */
    public record Lines(long onLevel, long levelAYear) {}

    private record Scale(double low, double high, int from, int to) {
        long at(double value) {
            double clipped = Math.max(low, Math.min(high, value));
            return Math.round(from + (to - from) * (clipped - low) / (high - low));
        }

        List<Tick> ticks(int step) {
            return IntStream.rangeClosed((int) Math.ceil(low), (int) Math.floor(high))
                    .filter(n -> n % step == 0)
                    .mapToObj(n -> new Tick(at(n), Figure.signed(n)))
                    .toList();
        }
    }

    static Scatter of(SubjectOutcomes outcomes) {
        List<StudentOutcome> known = outcomes.students().stream()
                .filter(s -> s.distance().isPresent())
                .toList();
        double widest = known.stream()
                .mapToDouble(s -> Math.abs(s.distance().orElseThrow()))
                .max()
                .orElse(1);
        double highest =
                known.stream().mapToDouble(s -> s.levels().growth()).max().orElse(1);
        double reach = Math.ceil(Math.max(2, widest));
        Scale across = new Scale(-reach, reach, LEFT, RIGHT);
        Scale upward = new Scale(0, Math.ceil(Math.max(1, highest)), BOTTOM, TOP);
        Map<List<Long>, List<StudentOutcome>> places = known.stream()
                .collect(Collectors.groupingBy(s -> List.of(
                        across.at(s.distance().orElseThrow()),
                        upward.at(s.levels().growth()))));
        List<Dot> dots = places.entrySet().stream()
                .map(place -> new Dot(place.getKey().get(0), place.getKey().get(1), place.getValue()))
                .toList();
        return new Scatter(
                dots,
                across.ticks(reach > 6 ? 2 : 1),
                upward.ticks(1),
                new Lines(across.at(0), upward.at(outcomes.span().years())));
    }
}
