package org.ownpath.engine.estimate;

/**
 * Holds learners out by a hash of their name and a seed, so that all answers of a learner are on one side, in whatever
 * order they come and whoever else is there.
 *
 * @param share the share of learners to hold out, from 0 to below 1
 * @param seed another seed holds out others
 */
public record LearnerSplit(double share, long seed) {

    /** Refuses to hold out everybody. */
    public LearnerSplit {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("A held-out share of " + share + " is not from 0 to below 1. Try 0.2.");
        }
    }

    /** Whether this learner is held out of the fit. */
    public boolean heldOut(String learner) {
        long hash = 0xcbf29ce484222325L; // FNV-1a over the characters, then the finaliser of SplitMix64
        for (int i = 0; i < learner.length(); i++) {
            hash = (hash ^ learner.charAt(i)) * 0x100000001b3L;
        }
        hash = mix(hash + mix(seed + 0x9e3779b97f4a7c15L));
        return (hash >>> 11) * 0x1.0p-53 < share;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
