package org.ownpath.engine.simulate;

/** The last checks as bits, the latest lowest. */
final class LastChecks extends Checks {

    private final int needed;
    private final long window;
    private long right;

    LastChecks(Advancement.MOfN rule) {
        needed = rule.m();
        window = (1L << rule.n()) - 1;
    }

    @Override
    void clear() {
        right = 0;
    }

    @Override
    void add(int rating) {
        right = (right << 1 | (rating >= Checking.RIGHT ? 1 : 0)) & window;
    }

    @Override
    boolean enough() {
        return Long.bitCount(right) >= needed;
    }
}
