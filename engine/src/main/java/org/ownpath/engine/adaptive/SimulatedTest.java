package org.ownpath.engine.adaptive;

import java.util.List;

/**
 * How one simulated test ended.
 *
 * @param simulee who took it
 * @param posterior what was known of the simulee at the end
 * @param stop why it ended
 * @param items the numbers of the items asked, first to last
 */
public record SimulatedTest(Simulee simulee, Posterior posterior, Step.Stop stop, List<Integer> items) {

    /** Keeps a copy of the items. */
    public SimulatedTest {
        items = List.copyOf(items);
    }

    static SimulatedTest of(Simulee simulee, AdaptiveTest test, Step.Stop stop) {
        return new SimulatedTest(
                simulee,
                test.posterior(),
                stop,
                test.responses().stream().map(Response::item).toList());
    }

    /** The estimate less the true ability. */
    double error() {
        return posterior.mean() - simulee.theta();
    }

    /** Whether mastery at this cut was judged right: by the rule that ended the test, else by the likelier side. */
    boolean classifiedRight(double cut) {
        boolean mastered = stop.decision() == Decision.UNDECIDED
                ? posterior.atLeast(cut) >= 0.5
                : stop.decision() == Decision.MASTERED;
        return mastered == simulee.theta() >= cut;
    }
}
