package org.ownpath.engine.structure;

/** Tails of the binomial distribution. */
final class Binomial {

    private static final int MOST_TERMS = 100_000;
    private static final double ENOUGH = 1e-17;

    private Binomial() {}

    /**
     * P(X <= x) for X binomial with n trials of probability p. Terms are summed from x downwards by their ratio {@code
     * P(k - 1) / P(k) = k (1 - p) / ((n - k + 1) p)} until they no longer matter; above the mean, 1 less the upper tail.
     */
    static double atMost(long x, long n, double p) {
        if (x < 0) {
            return 0;
        }
        if (x >= n || p <= 0) {
            return 1;
        }
        if (p >= 1) {
            return 0;
        }
        return x <= n * p ? lower(x, n, p) : 1 - lower(n - x - 1, n, 1 - p);
    }

    /** For x at most the mean, where terms fall towards 0. */
    private static double lower(long x, long n, double p) {
        double term = Math.exp(logTerm(x, n, p));
        double sum = 0;
        int terms = 0;
        for (long k = x; k >= 0 && term > sum * ENOUGH && terms++ < MOST_TERMS; k--) {
            sum += term;
            term *= k * (1 - p) / ((n - k + 1) * p);
        }
        return Math.min(1, sum);
    }

    private static double logTerm(long k, long n, double p) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
    }

    /** Exact by summing logarithms up to 255, beyond that Stirling's series, whose next term is below 1e-15. */
    private static double logFactorial(long n) {
        if (n < 256) {
            double sum = 0;
            for (long i = 2; i <= n; i++) {
                sum += Math.log((double) i);
            }
            return sum;
        }
        double x = n;
        return x * Math.log(x) - x + Math.log(2 * Math.PI * x) / 2 + (1 - 1 / (30 * x * x)) / (12 * x);
    }
}
