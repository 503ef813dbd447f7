package org.ownpath.insight;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Simulates in the background, one after the other. What the end of the program cut off begins again with the next. */
@Component
class ProjectionQueue implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionQueue.class);

    private final Projecting projecting;
    private final ProjectionRows rows;
    private final Accounts accounts;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(run -> new Thread(run, "projections"));

    ProjectionQueue(Projecting projecting, ProjectionRows rows, Accounts accounts) {
        this.projecting = projecting;
        this.rows = rows;
        this.accounts = accounts;
    }

    void start(DistrictId district, UUID id) {
        worker.execute(() -> DistrictScope.run(district, () -> work(district, id)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (DistrictId district : accounts.districts()) {
            DistrictScope.run(district, () -> rows.running().forEach(id -> start(district, id)));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void work(DistrictId district, UUID id) {
        rows.running(id).ifPresent(subject -> {
            try {
                keep(id, projecting.of(subject, new Told(district, id)));
            } catch (Progress.Cancelled e) {
                LOG.info("The projection of {} was cancelled", subject);
            } catch (RuntimeException e) {
                if (!worker.isShutdown()) {
                    LOG.error("The projection of {} failed", subject, e);
                    rows.fail(id, "It met an error: " + e.getMessage() + ". Try it again.");
                }
            }
        });
    }

    private void keep(UUID id, Projecting.Outcome outcome) {
        if (outcome instanceof Projecting.Projected projected) {
            rows.finish(id, projected.projection());
        } else {
            rows.fail(id, ((Projecting.Refused) outcome).why());
        }
    }

    /** Writes how far it is, now and then, from whatever thread tells it, and learns whether it is to go on. */
    private final class Told implements Progress {

        private static final long EVERY_NANOS = 300_000_000;

        private final DistrictId district;
        private final UUID id;
        private long last = System.nanoTime() - EVERY_NANOS;

        Told(DistrictId district, UUID id) {
            this.district = district;
            this.id = id;
        }

        @Override
        public synchronized void at(String phase, long done, long total) {
            long now = System.nanoTime();
            if (now - last < EVERY_NANOS) {
                return;
            }
            last = now;
            if (!DistrictScope.within(district, () -> rows.tell(id, done, total))) {
                throw new Cancelled();
            }
        }
    }
}
