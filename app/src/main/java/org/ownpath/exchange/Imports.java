package org.ownpath.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.ContentFiles;
import org.ownpath.shared.ImportJobId;
import org.springframework.stereotype.Component;

/** The front door of exchange: a file is requested, checked in the background, and applied when somebody says so. */
@Component
public class Imports {

    /** The option of an import that is applied when it has been checked, unless many people would leave by it. */
    public static final String BY_ITSELF = "by-itself";

    private static final ImportRequest.Refused FULL =
            new ImportRequest.Refused("Too many imports are waiting. Try again when some of them are done.");

    private final ImportQueue queue;
    private final ImportJobs jobs;
    private final ContentFiles files;
    private final Access access;

    Imports(ImportQueue queue, ImportJobs jobs, ContentFiles files, Access access) {
        this.queue = queue;
        this.jobs = jobs;
        this.files = files;
        this.access = access;
    }

    /** A file and how it is to be taken in. Kinds: framework, roster, evidence, questions, attendance. */
    public record Request(String kind, String fileName, Map<String, String> options) {}

    /** Keeps the file and begins to check it. */
    public ImportRequest request(Viewer viewer, Request request, InputStream content) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (!queue.reserve()) {
            return FULL;
        }
        boolean started = false;
        try {
            ContentFiles.Kept kept = files.keep(content);
            ImportJobId id = jobs.add(
                    viewer,
                    new ImportJobs.Order(
                            request.kind(), request.fileName(), kept.hash(), request.options(), viewer.account()));
            access.audit(viewer, "import.requested", request.kind(), request.fileName());
            queue.start(viewer.district(), id);
            started = true;
            return new ImportRequest.Accepted(id);
        } finally {
            if (!started) {
                queue.release();
            }
        }
    }

    /** Applies a job that is ready; any other is left as it is. */
    public ImportRequest apply(Viewer viewer, ImportJobId id) {
        return move(viewer, id, "ready", "applying");
    }

    /** Checks a job again that failed; any other is left as it is. */
    public ImportRequest retry(Viewer viewer, ImportJobId id) {
        return move(viewer, id, "failed", "checking");
    }

    /** Stops a job that is being checked, waits to be applied or is being applied: nothing of it remains. */
    public void cancel(Viewer viewer, ImportJobId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        for (String state : List.of("checking", "ready", "applying")) {
            if (jobs.move(id, state, "cancelled")) {
                access.audit(viewer, "import.cancelled", id.toString(), "");
                return;
            }
        }
    }

    /** One job, if it is there. */
    public Optional<ImportJob> job(Viewer viewer, ImportJobId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return jobs.find(id);
    }

    /** The newest jobs. */
    public List<ImportJob> latest(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return jobs.latest();
    }

    private ImportRequest move(Viewer viewer, ImportJobId id, String from, String to) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (!queue.reserve()) {
            return FULL;
        }
        if (!jobs.move(id, from, to)) {
            queue.release();
            return new ImportRequest.Accepted(id);
        }
        access.audit(viewer, "import." + to, id.toString(), "");
        queue.start(viewer.district(), id);
        return new ImportRequest.Accepted(id);
    }
}
