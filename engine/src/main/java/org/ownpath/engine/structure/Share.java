package org.ownpath.engine.structure;

/**
 * A share of learners with the interval that holds the true share in 95 of 100 cases. Source: E. B. Wilson, Probable
 * inference, Journal of the American Statistical Association 22, 1927: the score interval {@code (p + z^2/2n +- z sqrt(p
 * (1-p)/n + z^2/4n^2)) / (1 + z^2/n)}, z = 1.96.
 *
 * @param of out of how many, at least 1
 * @param value count / of
 */
public record Share(long count, long of, double value, double low, double high) {

    private static final double Z = 1.959_963_984_540_054;

    /** @throws IllegalArgumentException unless 0 <= count <= of and of is at least 1 */
    public static Share of(long count, long of) {
        if (count < 0 || of < 1 || count > of) {
            throw new IllegalArgumentException(
                    count + " of " + of + " is no share. Count from 0 to the number of learners, at least one.");
        }
        double n = of;
        double p = count / n;
        double centre = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        double low = count == 0 ? 0 : (centre - half) / scale; // exactly, where rounding would leave a trace
        double high = count == of ? 1 : (centre + half) / scale;
        return new Share(count, of, p, low, high);
    }
}
