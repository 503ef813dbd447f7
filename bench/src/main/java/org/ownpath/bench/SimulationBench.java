package org.ownpath.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Run;
import org.ownpath.engine.simulate.Scenario;
import org.ownpath.engine.simulate.Simulation;
import org.ownpath.engine.simulate.Watch;

/**
 * A million learners through thirteen years under both approaches, for each learner model: wall time, learner years a
 * second (both approaches counted), and the sum of the heap pools' peaks, garbage not yet collected included.
 * Arguments: the number of learners and of threads.
 */
public final class SimulationBench {

    private static final long WARM_UP = 5_000;

    private SimulationBench() {}

    /** Entry point. */
    public static void main(String[] args) {
        long learners = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        int threads = args.length > 1
                ? Integer.parseInt(args[1])
                : Runtime.getRuntime().availableProcessors();
        for (LearnerModel model : LearnerModel.all()) {
            simulate(model, new Run(1, WARM_UP, threads));
        }
        System.out.println("| model | learners | threads | wall time | learner years a second | peak heap |");
        System.out.println("|---|---|---|---|---|---|");
        for (LearnerModel model : LearnerModel.all()) {
            measure(model, new Run(1, learners, threads));
        }
    }

    private static void measure(LearnerModel model, Run run) {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        simulate(model, run);
        double seconds = (System.nanoTime() - start) / 1e9;
        double years = 2.0 * run.learners() * Scenario.standard().school().years();
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %d | %.1f s | %,.0f | %,d MB |%n",
                model.name(),
                run.learners(),
                run.threads(),
                seconds,
                years / seconds,
                peak >> 20);
    }

    private static void simulate(LearnerModel model, Run run) {
        if (!(Simulation.run(Scenario.standard(), model, run, Watch.NONE) instanceof Simulation.Finished)) {
            throw new IllegalStateException("The simulation was stopped. Run it again.");
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
