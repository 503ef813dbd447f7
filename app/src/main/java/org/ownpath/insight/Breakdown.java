package org.ownpath.insight;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Figures part by part, without those of parts that are too small to be shown. */
public record Breakdown(List<Row> rows) {

    /**
     * One part.
     *
     * @param figures empty where they are withheld
     */
    public record Row(String value, String label, Optional<Figures> figures) {}

    static Breakdown of(SubjectOutcomes outcomes, List<Part> all) {
        List<Part> parts =
                all.stream().filter(part -> !part.students().isEmpty()).toList();
        Set<Part> withheld = withheld(
                parts, part -> part.students().size(), outcomes.limits().fewest());
        return new Breakdown(parts.stream()
                .map(part -> new Row(
                        part.value(),
                        part.label(),
                        withheld.contains(part) ? Optional.empty() : Optional.of(outcomes.figures(part.students()))))
                .toList());
    }

    /** Whether anything is withheld. */
    public boolean withholds() {
        return rows.stream().anyMatch(row -> row.figures().isEmpty());
    }

    /**
     * The parts that are not to be shown: those that are too small, and as many of the next smallest as it takes so that
     * what is withheld cannot be reckoned from the total. What is withheld is always at least two parts and together at
     * least the fewest that may be shown, or everything.
     */
    static <T> Set<T> withheld(List<T> parts, ToIntFunction<T> size, int fewest) {
        List<T> bySize = parts.stream().sorted(Comparator.comparingInt(size)).toList();
        Set<T> withheld = new HashSet<>();
        int together = 0;
        for (T part : bySize) {
            boolean small = size.applyAsInt(part) < fewest;
            boolean tellsTheOthers = !withheld.isEmpty() && (withheld.size() < 2 || together < fewest);
            if (small || tellsTheOthers) {
                withheld.add(part);
                together += size.applyAsInt(part);
            }
        }
        return withheld;
    }
}
