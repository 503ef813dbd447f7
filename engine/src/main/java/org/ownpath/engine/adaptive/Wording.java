package org.ownpath.engine.adaptive;

import java.util.Locale;

/** Numbers in reasons. */
final class Wording {

    private Wording() {}

    /** Three decimals; what is not certain is never said to be. */
    static String probability(double value) {
        if (value < 1 && value > 0.9995) {
            return "above 0.999";
        }
        return value > 0 && value < 0.0005 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }
}
