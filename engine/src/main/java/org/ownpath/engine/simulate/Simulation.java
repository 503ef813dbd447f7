package org.ownpath.engine.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes a population through both approaches. */
public final class Simulation {

    private Simulation() {}

    /** Either results or the news that it was stopped. */
    public sealed interface Outcome {}

    /** All learners went through. */
    public record Finished(Results results) implements Outcome {}

    /** Stopped by the watch or by interruption. */
    public record Stopped(long done, long total) implements Outcome {}

    /**
     * Simulates every learner under both approaches, with the same traits in both. Memory does not grow with the number
     * of learners. Interrupting the calling thread stops it, and leaves the thread interrupted.
     */
    public static Outcome run(Scenario scenario, LearnerModel model, Run run, Watch watch) {
        Blocks blocks = new Blocks(scenario, run, watch);
        ExecutorService pool = Executors.newFixedThreadPool(run.threads());
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < run.threads(); t++) {
                workers.add(pool.submit(() -> blocks.work(model)));
            }
            await(workers, blocks);
        } finally {
            pool.shutdownNow();
        }
        return blocks.stopped()
                ? new Stopped(blocks.done(), run.learners())
                : new Finished(new Results(model, scenario, run.learners(), blocks.finished()));
    }

    private static void await(List<Future<?>> workers, Blocks blocks) {
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (InterruptedException e) {
                blocks.stop();
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                blocks.stop();
                throw new IllegalStateException("A learner could not be simulated: " + e.getCause(), e.getCause());
            }
        }
    }
}
