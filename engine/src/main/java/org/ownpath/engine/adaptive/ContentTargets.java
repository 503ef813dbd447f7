package org.ownpath.engine.adaptive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which share of a test each content area should have. The next item is from the area that lacks most of its share.
 * Source: G. G. Kingsbury and A. R. Zara, Procedures for selecting items for computerized adaptive tests, Applied
 * Measurement in Education 2, 1989 (constrained adaptive testing).
 *
 * @param shares by area, in any unit: they are held against their sum. Empty: areas do not matter
 */
public record ContentTargets(Map<String, Double> shares) {

    /** Refuses shares that are not positive. */
    public ContentTargets {
        shares = Map.copyOf(shares);
        shares.forEach((area, share) -> {
            if (!(share > 0) || !Double.isFinite(share)) {
                throw new IllegalArgumentException("The share " + share + " of area '" + area
                        + "' is not above 0. Leave the area out; it is then asked only when all others are used up.");
            }
        });
    }

    /** Areas do not matter. */
    public static ContentTargets none() {
        return new ContentTargets(Map.of());
    }

    /** The share of each area of a bank, adding up to 1; 0 for areas without a target. */
    double[] sharesOf(List<String> areas) {
        double[] found = areas.stream()
                .mapToDouble(area -> shares.getOrDefault(area, 0.0))
                .toArray();
        double sum = Arrays.stream(found).sum(); // in the order of the bank, for a map has none
        return Arrays.stream(found).map(share -> share / sum).toArray();
    }
}
