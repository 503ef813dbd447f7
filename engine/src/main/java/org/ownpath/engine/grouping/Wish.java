package org.ownpath.engine.grouping;

/** What is asked of the groups beyond readiness. Students are numbered as in the demand. */
public sealed interface Wish {

    /** The first of the two students. */
    int one();

    /** The second of the two students. */
    int other();

    /** Both in one group. */
    record Together(int one, int other) implements Wish {}

    /** Never both in one group. */
    record Apart(int one, int other) implements Wish {}
}
