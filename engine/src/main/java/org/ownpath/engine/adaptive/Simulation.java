package org.ownpath.engine.adaptive;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How an adaptive test would do: simulees of known ability take it, answering by the item parameters. The items'
 * parameters are taken as exact, so that a real test does somewhat worse.
 */
public final class Simulation {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private Simulation() {}

    /**
     * All simulees take the test. The same plan, simulees and seed give the same report, whatever the order of the
     * simulees and however many processors share the work.
     *
     * @param simulees each with an id of its own
     */
    public static SimulationReport run(TestPlan plan, List<Simulee> simulees, long seed) {
        return new SimulationReport(
                each(plan, simulees, seed, SimulatedTest::of), plan.bank().size());
    }

    /** What is kept of a finished test. */
    interface Kept<T> {
        T of(Simulee simulee, AdaptiveTest test, Step.Stop stop);
    }

    static <T> List<T> each(TestPlan plan, List<Simulee> simulees, long seed, Kept<T> kept) {
        long ids = simulees.stream().mapToLong(Simulee::id).distinct().count();
        if (simulees.isEmpty() || ids < simulees.size()) {
            throw new IllegalArgumentException(simulees.size() + " simulees have " + ids
                    + " different ids. Give at least one, and each an id of its own.");
        }
        return simulees.stream().sorted(Comparator.comparingLong(Simulee::id)).toList().parallelStream()
                .map(simulee -> take(plan, simulee, seed, kept))
                .toList();
    }

    private static <T> T take(TestPlan plan, Simulee simulee, long seed, Kept<T> kept) {
        RandomGenerator random = RANDOM.create(mix(seed ^ mix(simulee.id())));
        AdaptiveTest test = AdaptiveTest.start(plan);
        Step step = test.next(random);
        while (step instanceof Step.Ask ask) {
            double right = plan.bank().item(ask.item()).probability(simulee.theta());
            test.answer(random.nextDouble() < right);
            step = test.next(random);
        }
        return kept.of(simulee, test, (Step.Stop) step);
    }

    /** Spreads neighbouring numbers far apart: the finisher of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
