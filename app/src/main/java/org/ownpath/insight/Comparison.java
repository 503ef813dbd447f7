package org.ownpath.insight;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The whole ledger judged twice, counted. A standing is one student in one competency that there is evidence of.
 *
 * @param subjects those in which a rule would be another; only what has another rule is judged
 * @param entries how many entries of the ledger were judged
 */
public record Comparison(
        Line whole,
        List<Line> subjects,
        List<Line> levels,
        List<Line> grades,
        List<Line> ages,
        List<Line> groups,
        long entries) {

    /** Keeps its own copies of the lists. */
    public Comparison {
        subjects = List.copyOf(subjects);
        levels = List.copyOf(levels);
        grades = List.copyOf(grades);
        ages = List.copyOf(ages);
        groups = List.copyOf(groups);
    }

    /** What may be read by those who may not see names: without the lines that would tell of a few students. */
    Comparison withoutSmallGroups(int fewest) {
        return new Comparison(
                whole,
                subjects,
                withoutSmall(levels, Line::students, fewest),
                withoutSmall(grades, Line::students, fewest),
                withoutSmall(ages, Line::students, fewest),
                withoutSmall(groups, Line::students, fewest),
                entries);
    }

    /** Where one line alone is left out, the next smallest is too: it could be had from the others and the whole. */
    static <L> List<L> withoutSmall(List<L> lines, ToIntFunction<L> students, int fewest) {
        List<L> bySize =
                lines.stream().sorted(Comparator.comparingInt(students)).toList();
        int small = (int) lines.stream()
                .filter(line -> students.applyAsInt(line) < fewest)
                .count();
        List<L> hidden = bySize.subList(0, Math.min(lines.size(), small == 1 ? 2 : small));
        return lines.stream().filter(line -> !hidden.contains(line)).toList();
    }

    /**
     * Some of the standings, counted.
     *
     * @param students how many students they belong to
     * @param rising of how many students something would advance
     * @param falling of how many students something would fall
     * @param showingsToday the fewest further showings until all that was begun is mastered, by today's rule
     * @param showingsDrafted the same by the drafted rule
     */
    public record Line(
            String label, int students, int rising, int falling, Flow flow, long showingsToday, long showingsDrafted) {

        /** How many more showings the drafted rule would ask for; negative when it would ask for fewer. */
        public long showingsMore() {
            return showingsDrafted - showingsToday;
        }
    }
}
