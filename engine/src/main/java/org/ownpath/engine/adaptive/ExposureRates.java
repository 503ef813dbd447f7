package org.ownpath.engine.adaptive;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each item was asked.
 *
 * @param tests how many tests there were
 * @param rates the share of tests in which each item of the bank was asked, in its order, from 0 to 1
 */
public record ExposureRates(int tests, List<Double> rates) {

    /** Keeps a copy. */
    public ExposureRates {
        rates = List.copyOf(rates);
    }

    static ExposureRates of(List<SimulatedTest> tests, int bankSize) {
        int[] asked = new int[bankSize];
        tests.forEach(test -> test.items().forEach(item -> asked[item]++));
        List<Double> rates = new ArrayList<>(bankSize);
        for (int count : asked) {
            rates.add(count / (double) tests.size());
        }
        return new ExposureRates(tests.size(), rates);
    }

    /** The highest rate of any item. */
    public double highest() {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** The share of items that were never asked. */
    public double neverAsked() {
        return rates.stream().filter(rate -> rate == 0).count() / (double) rates.size();
    }

    /**
     * The mean share of items that two tests have in common: {@code N sum r^2 / (n (N - 1)) - 1 / (N - 1)}, with N
     * tests, exposure rates r and mean length n. Source: S.-Y. Chen, R. D. Ankenmann and J. A. Spray, The relationship
     * between item exposure and test overlap in computerized adaptive testing, Journal of Educational Measurement 40,
     * 2003. NaN for a single test.
     */
    public double overlap() {
        double length = rates.stream().mapToDouble(Double::doubleValue).sum();
        double squares = rates.stream().mapToDouble(rate -> rate * rate).sum();
        return tests < 2 ? Double.NaN : (tests * squares / length - 1) / (tests - 1);
    }
}
