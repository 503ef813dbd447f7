package org.ownpath.insight;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.ReplayId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Replays in the background, one after the other. A second thread tells how far the present
 * one has come, and notices that it was cancelled.
 */
@Component
class ReplayQueue implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayQueue.class);
    private static final int MOST_WAITING = 20;
    private static final long TOLD_EVERY_MILLIS = 400;

    private final ReplayWork work;
    private final ReplayRows rows;
    private final Accounts accounts;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), run -> new Thread(run, "replays"));
    private final ScheduledExecutorService teller =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "replay-progress"));

    ReplayQueue(ReplayWork work, ReplayRows rows, Accounts accounts) {
        this.work = work;
        this.rows = rows;
        this.accounts = accounts;
    }

    /** Whether another replay would find a place. */
    boolean hasRoom() {
        return worker.getQueue().remainingCapacity() > 0;
    }

    /** Begins when those before it are done; what is given back completes when this one is, in whatever way. */
    CompletableFuture<Void> start(ReplayId id) {
        DistrictId district = DistrictScope.require();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        worker.execute(() -> {
            try {
                DistrictScope.run(district, () -> run(id));
            } finally {
                ended.complete(null);
            }
        });
        return ended;
    }

    /** Begins those anew that the end of the program cut off. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (DistrictId district : accounts.districts()) {
            DistrictScope.run(district, this::resumeHere);
        }
    }

    private void resumeHere() {
        for (Replay replay : rows.running().stream().limit(MOST_WAITING).toList()) {
            CompletableFuture<Void> unused = start(replay.id());
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        teller.shutdownNow();
    }

    private void run(ReplayId id) {
        Replay replay = rows.find(id).orElseThrow();
        if (replay.stage() != Replay.Stage.RUNNING) {
            return;
        }
        try (Watch watch = new Watch(id, DistrictScope.require())) {
            work.run(replay, watch);
        } catch (Progress.Cancelled e) {
            rows.clearStudents(id);
            LOG.info("Replay {} was cancelled", id);
        } catch (RuntimeException e) {
            // Cut off by the end of the program, it is begun again at the next start.
            if (!worker.isShutdown()) {
                LOG.error("Replay {} failed", id, e);
                rows.end(id, Replay.Stage.FAILED);
            }
        }
    }

    private final class Watch implements Progress, AutoCloseable {
        private final ReplayId id;
        private final ScheduledFuture<?> ticking;
        private volatile long done;
        private volatile long total;
        private volatile boolean cancelled;

        Watch(ReplayId id, DistrictId district) {
            this.id = id;
            this.ticking = teller.scheduleWithFixedDelay(
                    () -> DistrictScope.run(district, this::tell),
                    TOLD_EVERY_MILLIS,
                    TOLD_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void at(String phase, long nowDone, long nowTotal) {
            if (cancelled) {
                throw new Cancelled();
            }
            done = nowDone;
            total = nowTotal;
        }

        private void tell() {
            try {
                cancelled = !rows.tell(id, done, total);
            } catch (RuntimeException e) {
                // An exception would end the ticking for good; the next tick tries again.
                LOG.warn("The progress of replay {} could not be written", id, e);
            }
        }

        @Override
        public void close() {
            ticking.cancel(false);
        }
    }
}
