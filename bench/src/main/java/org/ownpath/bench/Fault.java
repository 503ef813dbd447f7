package org.ownpath.bench;

/**
 * One thing that goes wrong.
 *
 * @param words what it is called in the count
 * @param damage what the product has to live with
 */
record Fault(String words, Damage damage) {

    /** Does it, and mends what the product cannot mend itself; when it returns, the rest is up to the product. */
    @FunctionalInterface
    interface Damage {
        void happen() throws Exception;
    }
}
