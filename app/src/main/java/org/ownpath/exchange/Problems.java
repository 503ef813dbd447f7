package org.ownpath.exchange;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.ownpath.shared.Problem;

/** Problems as they are found: the first thousand are kept, the others only counted. */
public final class Problems extends AbstractList<Problem> {

    /** Nobody reads more; whoever corrects these sees the next ones. */
    public static final int MOST = 1000;

    private final List<Problem> kept = new ArrayList<>();
    private long found;

    @Override
    public boolean add(Problem problem) {
        found++;
        return kept.size() < MOST && kept.add(problem);
    }

    @Override
    public Problem get(int index) {
        return kept.get(index);
    }

    @Override
    public int size() {
        return kept.size();
    }

    /** How many there are beyond those kept. */
    public long more() {
        return found - kept.size();
    }
}
