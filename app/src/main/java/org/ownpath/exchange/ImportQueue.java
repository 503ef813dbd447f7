package org.ownpath.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.ContentFiles;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.ImportJobId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on jobs in the background, one after the other. What a job changes and that it is applied stand together. */
@Component
class ImportQueue implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final int MOST_WAITING = 100;

    private final ImportWork work;
    private final ImportJobs jobs;
    private final JobProgress progress;
    private final ContentFiles files;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(run -> new Thread(run, "imports"));

    ImportQueue(
            ImportWork work,
            ImportJobs jobs,
            JobProgress progress,
            ContentFiles files,
            Accounts accounts,
            PlatformTransactionManager transactions) {
        this.work = work;
        this.jobs = jobs;
        this.progress = progress;
        this.files = files;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes a place for one job; false when all are taken. */
    boolean reserve() {
        return waiting.getAndUpdate(count -> Math.min(MOST_WAITING, count + 1)) < MOST_WAITING;
    }

    /** Gives a place back that was not used. */
    void release() {
        waiting.decrementAndGet();
    }

    /** Uses the place that was taken. */
    void start(DistrictId district, ImportJobId id) {
        worker.execute(() -> {
            release();
            DistrictScope.run(district, () -> work(id));
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (DistrictId district : accounts.districts()) {
            DistrictScope.run(
                    district,
                    () -> jobs.running().forEach(id -> {
                        waiting.incrementAndGet();
                        start(district, id);
                    }));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void work(ImportJobId id) {
        ImportJob job = jobs.find(id).orElseThrow();
        if (!job.running()) {
            return;
        }
        try (JobProgress.Watch watch = progress.watch(job)) {
            work(job, watch);
        } catch (Progress.Cancelled e) {
            LOG.info("Import {} was cancelled", id);
        } catch (RuntimeException e) {
            // Cut off by the end of the program, it is begun again at the next start.
            if (!worker.isShutdown()) {
                LOG.error("Import {} failed", id, e);
                fail(job, "The import met an error and changed nothing: " + e.getMessage() + ". Try it again.");
            }
        }
    }

    private void work(ImportJob job, Progress watch) {
        ImportJobs.Order order = jobs.order(job.id());
        Optional<Viewer> viewer = accounts.viewer(order.by()).filter(v -> v.is(Role.ADMINISTRATOR));
        if (viewer.isEmpty()) {
            fail(job, "Whoever asked for this import is no administrator any more. Let one import the file anew.");
            return;
        }
        boolean apply = job.state().equals("applying");
        ImportWork.Task task = new ImportWork.Task(
                viewer.get(), job.kind(), job.fileName(), files.path(order.fileHash()), order.options(), apply);
        Read<Changes> result = apply ? apply(job, task, watch) : work.run(task, watch);
        if (result instanceof Read.Unreadable<Changes>) {
            jobs.finish(job, result, "refused");
        } else if (!apply) {
            jobs.finish(job, result, "ready");
        }
    }

    private Read<Changes> apply(ImportJob job, ImportWork.Task task, Progress watch) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Read<Changes> result = work.run(task, watch);
            if (result instanceof Read.Unreadable<Changes>) {
                status.setRollbackOnly();
            } else if (!jobs.finish(job, result, "applied")) {
                throw new Progress.Cancelled();
            }
            return result;
        }));
    }

    private void fail(ImportJob job, String why) {
        jobs.finish(job, new Read.Unreadable<>(List.of(Problem.ofFile(job.fileName(), why))), "failed");
    }
}
