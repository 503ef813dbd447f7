package org.ownpath.engine.simulate;

/** What a summer costs where knowledge is known or not. */
final class Forgetting {

    private Forgetting() {}

    /**
     * Forgets each known competency with probability {@code p}, and says how many were. Instead of a draw for each, the
     * distance to the next one forgotten is drawn, which is geometric.
     */
    static int each(boolean[] known, double p, Stream chance) {
        int forgotten = 0;
        for (long c = distance(p, chance); c < known.length; c += 1 + distance(p, chance)) {
            if (known[(int) c]) {
                known[(int) c] = false;
                forgotten++;
            }
        }
        return forgotten;
    }

    private static long distance(double p, Stream chance) {
        if (p <= 0) {
            return Integer.MAX_VALUE;
        }
        return p >= 1 ? 0 : (long) Math.min(Integer.MAX_VALUE, Math.log(1 - chance.nextDouble()) / Math.log1p(-p));
    }
}
