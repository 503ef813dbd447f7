package org.ownpath.engine.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Learners in blocks of nearly equal size, worked off by any number of threads. What a block holds depends on neither. */
final class Blocks {

    /** Enough for standard errors that are themselves within about 5%, 1 / sqrt(2 * 200). */
    private static final int MOST = 200;

    private final Scenario scenario;
    private final Run run;
    private final Watch watch;
    private final int count;
    private final @Nullable Tallies[] finished;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;
    private long done;

    Blocks(Scenario scenario, Run run, Watch watch) {
        this.scenario = scenario;
        this.run = run;
        this.watch = watch;
        this.count = (int) Math.min(MOST, run.learners());
        this.finished = new Tallies[count];
    }

    /** Takes blocks until there are none left or it is stopped. */
    void work(LearnerModel model) {
        Walk walk = new Walk(scenario, model, run.seed());
        for (int block = next.getAndIncrement(); block < count && !stopped; block = next.getAndIncrement()) {
            Tallies tallies = new Tallies(scenario.school().years());
            long end = first(block + 1);
            for (long learner = first(block); learner < end && !stopped; learner++) {
                walk.through(learner, tallies);
            }
            if (!stopped) {
                finished[block] = tallies;
                report(end - first(block));
            }
        }
    }

    private long first(int block) {
        return block * run.learners() / count;
    }

    private synchronized void report(long learners) {
        done += learners;
        if (!watch.goOn(done, run.learners()) && done < run.learners()) {
            stopped = true;
        }
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    synchronized long done() {
        return done;
    }

    /** The blocks in order; only when nobody works any more. */
    List<Tallies> finished() {
        return Arrays.asList(finished).stream().map(Blocks::present).toList();
    }

    private static Tallies present(@Nullable Tallies block) {
        if (block == null) {
            throw new IllegalStateException("A block of learners is missing. Wait until all threads are done.");
        }
        return block;
    }
}
