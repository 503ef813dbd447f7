package org.ownpath.insight;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Numbers over many students, and how they are written. */
public final class Figure {

    private Figure() {}

    /** The median; empty of nothing. */
    public static <T> OptionalDouble median(Collection<T> of, ToDoubleFunction<T> value) {
        return quantile(of, value, 0.5);
    }

    /**
     * A quantile, linear between neighbours (Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996, type 7);
     * empty of nothing.
     */
    public static <T> OptionalDouble quantile(Collection<T> of, ToDoubleFunction<T> value, double share) {
        double[] sorted = of.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }

    /** "2", "2.5", "0.25": at most two digits after the point. */
    public static String plain(double number) {
        String two = String.format(Locale.ROOT, "%.2f", number);
        String trimmed = two.contains(".") ? two.replaceAll("0+$", "").replaceAll("\\.$", "") : two;
        return trimmed.equals("-0") ? "0" : trimmed;
    }

    /** "+0.4", "0", "-1.2": one digit after the point. */
    public static String signed(double number) {
        double rounded = Math.round(number * 10) / 10.0;
        String plain = plain(rounded);
        return rounded > 0 ? "+" + plain : plain;
    }

    /** Whole hundredths, "0" for a share of nothing. */
    public static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }
}
