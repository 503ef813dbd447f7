package org.ownpath.insight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.insight.Forecast.Prospect;

/**
 * Progress to graduation as the share of the competencies of the framework that stand mastered. It is no transcript: what
 * a diploma asks for may be less, or other, than everything.
 */
public record Graduation(List<Row> rows, int competencies) {

    /** Whoever is through before this birthday is through in time. */
    public static final int AGE = 19;

    /**
     * Students with one grade label.
     *
     * @param shares the lowest tenth's, the median and the highest tenth's percentage of everything; empty where the
     *     part is too small to be shown
     */
    public record Row(Part part, Optional<Shares> shares, Map<Prospect, Integer> prospects) {}

    /** Percentages of everything that stand mastered. */
    public record Shares(double tenth, double median, double nineTenths) {}

    /** The prospects that anybody has. */
    public List<Prospect> prospects() {
        return Stream.of(Prospect.values())
                .filter(prospect ->
                        rows.stream().anyMatch(row -> row.prospects().containsKey(prospect)))
                .toList();
    }

    static Graduation of(SubjectOutcomes outcomes, List<Part> grades) {
        Optional<Forecast> forecast = Forecast.of(outcomes);
        var withheld = Breakdown.withheld(
                grades, part -> part.students().size(), outcomes.limits().fewest());
        return new Graduation(
                grades.stream()
                        .map(part -> withheld.contains(part)
                                ? new Row(part, Optional.empty(), Map.of())
                                : new Row(part, Optional.of(shares(part)), prospects(part, forecast)))
                        .toList(),
                outcomes.students().stream()
                        .mapToInt(s -> s.masteries().competencies())
                        .max()
                        .orElse(0));
    }

    private static Shares shares(Part part) {
        return new Shares(share(part, 0.1), share(part, 0.5), share(part, 0.9));
    }

    private static double share(Part part, double quantile) {
        return Figure.quantile(
                        part.students(),
                        s -> 100.0
                                * s.masteries().now()
                                / Math.max(1, s.masteries().competencies()),
                        quantile)
                .orElse(0);
    }

    private static Map<Prospect, Integer> prospects(Part part, Optional<Forecast> forecast) {
        Map<Prospect, Integer> prospects = new EnumMap<>(Prospect.class);
        forecast.ifPresent(f -> part.students().forEach(s -> prospects.merge(f.prospect(s, AGE), 1, Integer::sum)));
        return prospects;
    }
}
