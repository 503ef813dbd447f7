package org.ownpath.exchange;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes how far jobs have come, on one thread and so in order, outside the work's own transaction, so that it is seen
 * before that ends. The same thread notices that a job was cancelled and tells the work, which then stops.
 */
@Component
class JobProgress implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobProgress.class);
    private static final long EVERY_MILLIS = 500;

    private final ImportJobs jobs;
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "import-progress"));

    JobProgress(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
    }

    /** Watches a job until closed. */
    Watch watch(ImportJob job) {
        return new Watch(job, DistrictScope.require());
    }

    private record Place(String phase, long done, long total) {}

    /** One job that is watched. */
    final class Watch implements Progress, AutoCloseable {
        private final ImportJob job;
        private final ScheduledFuture<?> ticking;
        private volatile Place place = new Place("", 0, -1);
        private volatile boolean cancelled;

        Watch(ImportJob job, DistrictId district) {
            this.job = job;
            this.ticking = writer.scheduleWithFixedDelay(
                    () -> DistrictScope.run(district, this::tell), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        @Override
        public void at(String phase, long done, long total) {
            if (cancelled) {
                throw new Cancelled();
            }
            place = new Place(phase, done, total);
        }

        private void tell() {
            try {
                Place now = place;
                cancelled = !jobs.tell(job, now.phase(), now.done(), now.total());
            } catch (RuntimeException e) {
                // An exception would end the ticking for good; the next tick tries again.
                LOG.warn("The progress of import {} could not be written", job.id(), e);
            }
        }

        @Override
        public void close() {
            ticking.cancel(false);
        }
    }
}
