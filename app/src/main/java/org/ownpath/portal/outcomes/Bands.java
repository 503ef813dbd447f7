package org.ownpath.portal.outcomes;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.insight.Figure;
import org.ownpath.insight.Projection;
import org.ownpath.insight.Projection.Band;
import org.ownpath.insight.Projection.Way;

/**
 * One measure by age for each way through school, as bands over all learner models, on a canvas of 520 by 250.
 *
 * @param share whether it is told in hundredths
 */
public record Bands(Measure measure, boolean share, List<Shape> shapes, List<Row> rows, double most) {

    private static final List<Measure> SHARES =
            List.of(Measure.PROFICIENT, Measure.GRADUATED, Measure.COMPLETE, Measure.LEFT, Measure.WAITING);
    private static final int LEFT = 44;
    private static final int RIGHT = 508;
    private static final int TOP = 14;
    private static final int BOTTOM = 214;

    /** The picture of one way. */
    public record Shape(Way way, String area) {}

    /** One age. */
    public record Row(int age, long x, Map<Way, Band> bands) {

        /** The band of one way. */
        public Band of(Way way) {
            return Objects.requireNonNull(bands.get(way));
        }
    }

    static Bands of(Projection projection, Measure measure, Group group) {
        int years = projection.years();
        boolean share = SHARES.contains(measure);
        List<Row> rows = IntStream.rangeClosed(1, years)
                .mapToObj(year -> new Row(
                        Projection.age(year),
                        LEFT + Math.round((double) (RIGHT - LEFT) * (year - 1) / Math.max(1, years - 1)),
                        ways(way -> projection.band(way, measure, group, year))))
                .toList();
        double highest = rows.stream()
                .flatMap(row -> row.bands().values().stream())
                .mapToDouble(Band::high)
                .max()
                .orElse(1);
        double most = share ? 1 : Math.max(1, Math.ceil(highest / 10) * 10);
        return new Bands(
                measure,
                share,
                Stream.of(Way.values()).map(way -> shape(rows, way, most)).toList(),
                rows,
                most);
    }

    private static Map<Way, Band> ways(Function<Way, Band> band) {
        Map<Way, Band> ways = new EnumMap<>(Way.class);
        Stream.of(Way.values()).forEach(way -> ways.put(way, band.apply(way)));
        return ways;
    }

    /** Up along the high edge, back along the low one. */
    private static Shape shape(List<Row> rows, Way way, double most) {
        Stream<String> high =
                rows.stream().map(row -> row.x() + " " + y(row.of(way).high(), most));
        Stream<String> low = IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(rows.size() - 1 - i))
                .map(row -> row.x() + " " + y(row.of(way).low(), most));
        return new Shape(way, "M" + Stream.concat(high, low).collect(Collectors.joining(" L")) + " Z");
    }

    /** The marks beside the axis. */
    public List<Scatter.Tick> ticks() {
        return IntStream.rangeClosed(0, 4)
                .mapToObj(quarter -> new Scatter.Tick(y(most * quarter / 4, most), words(most * quarter / 4)))
                .toList();
    }

    /** A value as the measure is told. */
    public String words(double value) {
        return share
                ? Math.round(100 * Math.max(0, Math.min(1, value))) + "%"
                : Figure.plain(Math.round(10 * Math.max(0, value)) / 10.0);
    }

    /** "12% to 40%". */
    public String words(Band band) {
        String low = words(band.low());
        String high = words(band.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    /** "Gaps carried". */
    public String title() {
        String words = measure.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static long y(double value, double most) {
        double clipped = Math.max(0, Math.min(most, value));
        return BOTTOM - Math.round((BOTTOM - TOP) * clipped / most);
    }
}
