package org.ownpath.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.caseframework.CasePackage;
import org.ownpath.exchange.csv.FrameworkCsv;
import org.ownpath.exchange.csv.RosterCsv;
import org.ownpath.exchange.oneroster.OneRosterZip;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.FrameworkImport;
import org.ownpath.framework.FrameworkPlan;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterImport;
import org.ownpath.roster.RosterPlan;
import org.ownpath.shared.Change;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;

/** Checks or applies one file, whole or not at all. */
@Component
class ImportWork {

    private final FrameworkImport frameworkImport;
    private final RosterImport rosterImport;
    private final EvidenceWork evidenceWork;
    private final QuestionWork questionWork;
    private final AttendanceWork attendanceWork;
    private final Access access;

    ImportWork(
            FrameworkImport frameworkImport,
            RosterImport rosterImport,
            EvidenceWork evidenceWork,
            QuestionWork questionWork,
            AttendanceWork attendanceWork,
            Access access) {
        this.frameworkImport = frameworkImport;
        this.rosterImport = rosterImport;
        this.evidenceWork = evidenceWork;
        this.questionWork = questionWork;
        this.attendanceWork = attendanceWork;
        this.access = access;
    }

    /** What is to be done with a file. */
    record Task(Viewer viewer, String kind, String name, Path file, Map<String, String> options, boolean apply) {}

    /** Does it. Problems mean that nothing was changed. */
    Read<Changes> run(Task task, Progress progress) {
        access.require(task.viewer(), Role.ADMINISTRATOR);
        progress.at("Reading", 0, -1);
        Optional<Problem> misplaced = Recognised.misplaced(task.kind(), task.name(), task.file());
        if (misplaced.isPresent()) {
            return new Read.Unreadable<>(List.of(misplaced.get()));
        }
        if (task.kind().equals("evidence")) {
            return evidence(task, progress);
        }
        Source source = Source.of(task.name(), task.file());
        if (task.kind().equals("questions")) {
            return changes(questionWork.run(task, source, progress));
        }
        if (task.kind().equals("attendance")) {
            return changes(attendanceWork.run(task, source, progress));
        }
        Read<List<Source>> unpacked = source.unpacked();
        if (!(unpacked instanceof Read.Parsed<List<Source>> files)) {
            return unreadable(unpacked);
        }
        Read<List<Change>> result = switch (task.kind()) {
            case "framework" -> framework(task, files.value(), progress);
            case "roster" -> roster(task, source, files.value(), progress);
            default -> throw new IllegalArgumentException("'" + task.kind() + "' is no kind of import");
        };
        return changes(result);
    }

    private static Read<Changes> changes(Read<List<Change>> result) {
        return result instanceof Read.Parsed<List<Change>> changes
                ? new Read.Parsed<>(Changes.of(changes.value()))
                : unreadable(result);
    }

    private Read<Changes> evidence(Task task, Progress progress) {
        Read<Changes> result = evidenceWork.run(task, progress);
        if (task.apply() && result instanceof Read.Parsed<Changes> changes) {
            access.audit(
                    task.viewer(),
                    "evidence.imported",
                    task.name(),
                    changes.value().total() + " ratings");
        }
        return result;
    }

    private Read<List<Change>> framework(Task task, List<Source> files, Progress progress) {
        boolean json = files.size() == 1 && files.get(0).text().stripLeading().startsWith("{");
        Read<FrameworkDraft> read =
                json ? CasePackage.read(files.get(0), task.options()) : FrameworkCsv.read(files, task.options());
        if (!(read instanceof Read.Parsed<FrameworkDraft> parsed)) {
            return unreadable(read);
        }
        FrameworkDraft draft = parsed.value();
        progress.at("Checking", 0, draft.items().size());
        FrameworkPlan plan =
                task.apply() ? frameworkImport.publish(task.viewer(), draft, progress) : frameworkImport.plan(draft);
        return plan instanceof FrameworkPlan.Planned planned
                ? new Read.Parsed<>(planned.changes())
                : new Read.Unreadable<>(((FrameworkPlan.Refused) plan).problems());
    }

    private Read<List<Change>> roster(Task task, Source source, List<Source> files, Progress progress) {
        Read<RosterDraft> read = source.isArchive() ? OneRosterZip.read(task.name(), files) : RosterCsv.read(source);
        if (!(read instanceof Read.Parsed<RosterDraft> parsed)) {
            return unreadable(read);
        }
        progress.at("Checking", 0, parsed.value().people().size());
        RosterPlan plan = task.apply()
                ? rosterImport.apply(task.viewer(), parsed.value(), progress)
                : rosterImport.plan(parsed.value());
        return plan instanceof RosterPlan.Planned planned
                ? new Read.Parsed<>(planned.changes())
                : new Read.Unreadable<>(((RosterPlan.Refused) plan).problems());
    }

    private static <T> Read<T> unreadable(Read<?> read) {
        Read.Unreadable<?> why = (Read.Unreadable<?>) read;
        return new Read.Unreadable<>(why.problems(), why.more());
    }
}
