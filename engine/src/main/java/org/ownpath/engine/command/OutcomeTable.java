package org.ownpath.engine.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ownpath.engine.simulate.Approach;
import org.ownpath.engine.simulate.Estimate;
import org.ownpath.engine.simulate.Finding;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.engine.simulate.Range;
import org.ownpath.engine.simulate.Results;
import org.ownpath.engine.simulate.School;

/** Outcomes as text for people: at ages 14 and 18, or at the last year simulated. */
final class OutcomeTable {

    private static final List<Integer> AGES = List.of(14, 18);
    private static final List<Double> SHARES = List.of(0.1, 0.5, 0.9);

    private final PrintWriter out;

    OutcomeTable(PrintWriter out) {
        this.out = out;
    }

    void print(List<Results> all) {
        all.forEach(this::print);
        if (all.size() > 1) {
            ranges(all);
        }
        out.println("These are consequences of the assumptions, not forecasts. Plus or minus one standard error,");
        out.println("which counts the chance of the draw and not whether the assumptions hold.");
        out.flush();
    }

    private void print(Results results) {
        line(
                "Learner model: %s, %,d learners, advancement: %s",
                results.model().name(),
                results.learners(),
                results.scenario().advancement().words());
        for (int year : years(results)) {
            out.println();
            header(year);
            for (Measure measure : Measure.values()) {
                row(measure.words(), results, new Finding(measure, Approach.BATCH, Group.ALL, year));
            }
            for (Group group : List.of(Group.SLOWER, Group.MIDDLE, Group.FASTER)) {
                for (Measure measure : List.of(Measure.PROFICIENT, Measure.KNOWN, Measure.GAPS)) {
                    row(
                            group.words() + ": " + measure.words(),
                            results,
                            new Finding(measure, Approach.BATCH, group, year));
                }
            }
        }
        graduation(results);
        out.println();
    }

    private static List<Integer> years(Results results) {
        int last = results.scenario().school().years();
        List<Integer> wanted = AGES.stream()
                .map(age -> age - School.ENTRY_AGE)
                .filter(year -> year <= last)
                .toList();
        return wanted.contains(last)
                ? wanted
                : IntStream.concat(wanted.stream().mapToInt(year -> year), IntStream.of(last))
                        .boxed()
                        .toList();
    }

    private void header(int year) {
        line(
                "%-52s %-17s %-17s %s",
                "At age " + (School.ENTRY_AGE + year) + ", after " + year + " years",
                Approach.BATCH.words(),
                Approach.MASTERY.words(),
                "difference");
    }

    private void row(String words, Results results, Finding finding) {
        line(
                "%-52s %-17s %-17s %s",
                words,
                said(results.estimate(finding)),
                said(results.estimate(finding.under(Approach.MASTERY))),
                said(results.difference(finding)));
    }

    private void graduation(Results results) {
        out.println();
        line("%-52s %-17s %-17s", "Years until so many are through", Approach.BATCH.words(), Approach.MASTERY.words());
        for (double share : SHARES) {
            line(
                    "%-52s %-17s %-17s",
                    Math.round(100 * share) + "% of all learners",
                    said(results.yearsUntilThrough(Approach.BATCH, Group.ALL, share)),
                    said(results.yearsUntilThrough(Approach.MASTERY, Group.ALL, share)));
        }
    }

    private void ranges(List<Results> all) {
        for (int year : years(all.get(0))) {
            out.println("Lowest to highest over the learner models");
            header(year);
            for (Measure measure : Measure.values()) {
                Finding batch = new Finding(measure, Approach.BATCH, Group.ALL, year);
                line(
                        "%-52s %-17s %-17s %s",
                        measure.words(),
                        said(all, r -> r.estimate(batch)),
                        said(all, r -> r.estimate(batch.under(Approach.MASTERY))),
                        said(all, r -> r.difference(batch)));
            }
            out.println();
        }
    }

    private static String said(List<Results> all, Function<Results, Estimate> finding) {
        Range range = Range.over(all, finding);
        return String.format(Locale.ROOT, "%.3f to %.3f", range.low(), range.high());
    }

    private static String said(Estimate estimate) {
        if (Double.isNaN(estimate.value())) {
            return "nobody";
        }
        return String.format(Locale.ROOT, "%.3f ± %.3f", estimate.value(), estimate.standardError());
    }

    private static String said(OptionalInt years) {
        return years.isPresent() ? String.valueOf(years.getAsInt()) : "not reached";
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
