package org.ownpath.engine.estimate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A few neighbouring items whose answers together are one code. A table holds, for each code, the product of the answers'
 * probabilities at each node, so that a person costs one row a group instead of one an item; the expected counts are
 * gathered by code and shared out to the items once. Codes are mixed-radix numbers, the first item fastest; where answers
 * are missing, the last digit of an item stands for that.
 */
final class ItemGroup {

    /** Few enough that the tables of fifty items stay in a core's own cache. */
    static final int MOST_CODES = 64;

    private static final int Q = AbilityGrid.SIZE;

    private final int first;
    private final int[] radix;
    private final int[] categories;
    private final double[] table;
    private final double[] gathered;

    ItemGroup(int first, int[] categories, boolean missing) {
        this.first = first;
        this.categories = categories;
        this.radix = Arrays.stream(categories)
                .map(count -> count + (missing ? 1 : 0))
                .toArray();
        int codes = Arrays.stream(radix).reduce(1, (one, other) -> one * other);
        this.table = new double[codes * Q];
        this.gathered = new double[codes * Q];
    }

    byte code(AnswerMatrix answers, int person) {
        int code = 0;
        for (int i = radix.length - 1; i >= 0; i--) {
            byte answer = answers.answer(person, first + i);
            code = code * radix[i] + (answer == AnswerMatrix.MISSING ? categories[i] : answer);
        }
        return (byte) code;
    }

    /** Builds the table from the items' probabilities and empties what was gathered. */
    void prepare(double[][] probabilities) {
        Arrays.fill(gathered, 0);
        Arrays.fill(table, 0, Q, 1);
        int size = 1;
        for (int i = 0; i < radix.length; i++) {
            for (int digit = radix[i] - 1; digit >= 0; digit--) {
                for (int code = 0; code < size; code++) {
                    extend(code, digit * size + code, digit < categories[i] ? probabilities[first + i] : null, digit);
                }
            }
            size *= radix[i];
        }
    }

    private void extend(int from, int to, double @Nullable [] probabilities, int digit) {
        for (int q = 0; q < Q; q++) {
            double factor = probabilities == null ? 1 : probabilities[digit * Q + q];
            table[to * Q + q] = table[from * Q + q] * factor;
        }
    }

    /** Multiplies a person's weights by the probability of a code. */
    void multiply(double[] weights, int code) {
        int base = code * Q;
        for (int q = 0; q < Q; q++) {
            weights[q] *= table[base + q];
        }
    }

    /** Gathers a person's posterior weights under a code. */
    void gather(double[] weights, int code) {
        int base = code * Q;
        for (int q = 0; q < Q; q++) {
            gathered[base + q] += weights[q];
        }
    }

    /** Shares out what was gathered: the expected count of each answer of each item at each node. */
    void share(double[][] counts) {
        int size = table.length / Q;
        for (int i = radix.length - 1; i >= 0; i--) {
            size /= radix[i];
            Arrays.fill(counts[first + i], 0);
            for (int digit = 0; digit < radix[i]; digit++) {
                for (int code = 0; code < size; code++) {
                    fold(digit * size + code, digit < categories[i] ? counts[first + i] : null, digit);
                    collapse(digit * size + code, code);
                }
            }
        }
    }

    private void fold(int from, double @Nullable [] counts, int digit) {
        for (int q = 0; counts != null && q < Q; q++) {
            counts[digit * Q + q] += gathered[from * Q + q];
        }
    }

    private void collapse(int from, int to) {
        for (int q = 0; from != to && q < Q; q++) {
            gathered[to * Q + q] += gathered[from * Q + q];
        }
    }
}
