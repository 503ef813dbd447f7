package org.ownpath.engine.structure;

import java.util.List;

/** Which of many tests to believe, so that the expected share of false ones among them stays below a rate. */
final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * The greatest p-value to believe: the greatest p_(i), sorted from low to high, with {@code p_(i) <= rate * i / m};
     * negative if there is none. Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of
     * the Royal Statistical Society B 57, 1995. It holds for independent and for positively dependent tests.
     */
    static double threshold(List<Double> pValues, double rate) {
        List<Double> sorted = pValues.stream().sorted().toList();
        for (int i = sorted.size(); i > 0; i--) {
            if (sorted.get(i - 1) <= rate * i / sorted.size()) {
                return sorted.get(i - 1);
            }
        }
        return -1;
    }
}
