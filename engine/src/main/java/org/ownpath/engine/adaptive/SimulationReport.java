package org.ownpath.engine.adaptive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a simulation showed.
 *
 * @param tests all simulated tests, by the id of the simulee; at least one
 * @param bankSize how many items the bank has
 */
public record SimulationReport(List<SimulatedTest> tests, int bankSize) {

    /** Refuses a report on nothing. */
    public SimulationReport {
        tests = List.copyOf(tests);
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("There is no test to report on. Simulate at least one.");
        }
    }

    /** The mean of estimate less true ability. */
    public double bias() {
        return mean(SimulatedTest::error);
    }

    /** The root of the mean squared error of the estimate. */
    public double rootMeanSquaredError() {
        return Math.sqrt(mean(test -> test.error() * test.error()));
    }

    /** The mean standard error that the tests gave for their estimates. */
    public double meanStandardError() {
        return mean(test -> test.posterior().standardError());
    }

    /** The mean number of items asked. */
    public double meanLength() {
        return mean(test -> test.items().size());
    }

    /** The share of simulees whose mastery at this cut was judged right. */
    public double accuracy(double cut) {
        return mean(test -> test.classifiedRight(cut) ? 1 : 0);
    }

    /** The share of tests that ended with this decision. */
    public double share(Decision decision) {
        return mean(test -> test.stop().decision() == decision ? 1 : 0);
    }

    /** How often each item was asked. */
    public ExposureRates exposure() {
        return ExposureRates.of(tests, bankSize);
    }

    private double mean(ToDoubleFunction<SimulatedTest> value) {
        return tests.stream().mapToDouble(value).sum() / tests.size();
    }

    /**
     * The same by true ability: each band from its key to below key plus width.
     *
     * @param width above 0
     */
    public SortedMap<Double, SimulationReport> byAbility(double width) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("A band of width " + width + " holds nobody. Use a number above 0.");
        }
        Map<Double, List<SimulatedTest>> bands = tests.stream()
                .collect(Collectors.groupingBy(
                        test -> Math.floor(test.simulee().theta() / width) * width + 0.0,
                        TreeMap::new,
                        Collectors.toList()));
        SortedMap<Double, SimulationReport> reports = new TreeMap<>();
        bands.forEach((from, members) -> reports.put(from, new SimulationReport(members, bankSize)));
        return reports;
    }

    /**
     * The report as a text table, in bands of ability of width 1.
     *
     * @param cut the ability from which a competency counts as mastered, for the accuracy
     */
    public String text(double cut) {
        StringBuilder text = new StringBuilder();
        line(text, "ability", "people", "bias", "RMSE", "SE", "length", "right");
        byAbility(1)
                .forEach((from, band) ->
                        row(text, String.format(Locale.ROOT, "%+.0f to %+.0f", from, from + 1), band, cut));
        row(text, "all", this, cut);
        ExposureRates exposure = exposure();
        text.append(String.format(
                Locale.ROOT,
                "Of %d items the most used was asked in %.1f%% of tests, %.1f%% never; two tests share %.1f%%.%n",
                bankSize,
                100 * exposure.highest(),
                100 * exposure.neverAsked(),
                100 * exposure.overlap()));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, SimulationReport report, double cut) {
        line(
                text,
                name,
                String.valueOf(report.tests.size()),
                number("%.3f", report.bias()),
                number("%.3f", report.rootMeanSquaredError()),
                number("%.3f", report.meanStandardError()),
                number("%.1f", report.meanLength()),
                number("%.3f", report.accuracy(cut)));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(String.format(Locale.ROOT, "%-10s", cells[0]));
        for (int i = 1; i < cells.length; i++) {
            text.append(String.format(Locale.ROOT, "%8s", cells[i]));
        }
        text.append(String.format("%n"));
    }
}
