package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What comes after what, directly or not, among things numbered from 0; never in a circle. */
final class Reach {

    private final List<BitSet> after = new ArrayList<>();

    Reach(int size) {
        for (int i = 0; i < size; i++) {
            after.add(new BitSet(size));
        }
    }

    boolean leads(int from, int to) {
        return after.get(from).get(to);
    }

    /** Adds an edge; false, and nothing added, if it would close a circle. */
    boolean add(int from, int to) {
        if (from == to || leads(to, from)) {
            return false;
        }
        BitSet gained = (BitSet) after.get(to).clone();
        gained.set(to);
        for (int i = 0; i < after.size(); i++) {
            if (i == from || leads(i, from)) {
                after.get(i).or(gained);
            }
        }
        return true;
    }

    /** Whether something lies between the two, so that an edge from one to the other follows from other edges. */
    boolean indirectly(int from, int to) {
        return after.get(from).stream().anyMatch(between -> leads(between, to));
    }
}
