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
import org.springframework.context.ApplicationEventPublisher;
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
    private final Leavers leavers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(run -> new Thread(run, "imports"));

    ImportQueue(
            ImportWork work,
            ImportJobs jobs,
            JobProgress progress,
            ContentFiles files,
            Accounts accounts,
            Leavers leavers,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.work = work;
        this.jobs = jobs;
        this.progress = progress;
        this.files = files;
        this.accounts = accounts;
        this.leavers = leavers;
        this.events = events;
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
        boolean again = false;
        try (JobProgress.Watch watch = progress.watch(job)) {
            again = work(job, watch);
        } catch (Progress.Cancelled e) {
            LOG.info("Import {} was cancelled", id);
        } catch (RuntimeException e) {
            // Cut off by the end of the program, it is begun again at the next start.
            if (!worker.isShutdown()) {
                LOG.error("Import {} failed", id, e);
                fail(job, "The import met an error and changed nothing: " + e.getMessage() + ". Try it again.");
            }
        }
        if (again) {
            work(id);
        }
    }

    /** Whether it is to be applied now that it has been checked. */
    private boolean work(ImportJob job, Progress watch) {
        ImportJobs.Order order = jobs.order(job.id());
        Optional<Viewer> viewer = accounts.viewer(order.by()).filter(v -> v.is(Role.ADMINISTRATOR));
        if (viewer.isEmpty()) {
            fail(job, "Whoever asked for this import is no administrator any more. Let one import the file anew.");
            return false;
        }
        boolean apply = job.state().equals("applying");
        ImportWork.Task task = new ImportWork.Task(
                viewer.get(), job.kind(), job.fileName(), files.path(order.fileHash()), order.options(), apply);
        Read<Changes> result = apply ? apply(job, task, watch) : work.run(task, watch);
        if (result instanceof Read.Unreadable<Changes>) {
            end(job, result, "refused");
        } else if (!apply && jobs.finish(job, result, "ready")) {
            return Boolean.parseBoolean(order.options().get(Imports.BY_ITSELF))
                    && !leavers.tooMany(((Read.Parsed<Changes>) result).value())
                    && jobs.move(job.id(), "ready", "applying");
        }
        return false;
    }

    private void end(ImportJob job, Read<Changes> result, String state) {
        transaction.executeWithoutResult(status -> {
            if (jobs.finish(job, result, state)) {
                tell(job, state);
            }
        });
    }

    private void tell(ImportJob job, String state) {
        events.publishEvent(new ImportFinished(DistrictScope.require(), job.id(), job.kind(), state));
    }

    private Read<Changes> apply(ImportJob job, ImportWork.Task task, Progress watch) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Read<Changes> result = work.run(task, watch);
            if (result instanceof Read.Unreadable<Changes>) {
                status.setRollbackOnly();
            } else if (!jobs.finish(job, result, "applied")) {
                throw new Progress.Cancelled();
            } else {
                tell(job, "applied");
            }
            return result;
        }));
    }

    private void fail(ImportJob job, String why) {
        end(job, new Read.Unreadable<>(List.of(Problem.ofFile(job.fileName(), why))), "failed");
    }
}
