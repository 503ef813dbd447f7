package org.ownpath.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Outcome;
import org.ownpath.exchange.caseframework.CasePackage;
import org.ownpath.exchange.csv.EvidenceCsv;
import org.ownpath.exchange.csv.FrameworkCsv;
import org.ownpath.exchange.csv.RosterCsv;
import org.ownpath.exchange.oneroster.OneRosterZip;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.FrameworkImport;
import org.ownpath.framework.FrameworkPlan;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterImport;
import org.ownpath.roster.RosterPlan;
import org.ownpath.shared.Change;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks or applies one file, whole or not at all. */
@Component
class ImportWork {

    private final FrameworkImport frameworkImport;
    private final RosterImport rosterImport;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Ledger ledger;
    private final Access access;
    private final TransactionTemplate whole;
    private final TransactionTemplate piece;

    ImportWork(
            FrameworkImport frameworkImport,
            RosterImport rosterImport,
            Frameworks frameworks,
            Roster roster,
            Ledger ledger,
            Access access,
            PlatformTransactionManager transactions) {
        this.frameworkImport = frameworkImport;
        this.rosterImport = rosterImport;
        this.frameworks = frameworks;
        this.roster = roster;
        this.ledger = ledger;
        this.access = access;
        this.whole = new TransactionTemplate(transactions);
        this.piece = new TransactionTemplate(transactions);
        this.piece.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What is to be done with a file. */
    record Task(Viewer viewer, String kind, Source source, Map<String, String> options, boolean apply) {}

    /** Does it. Problems mean that nothing was changed. */
    Read<List<Change>> run(Task task, Progress progress) {
        access.require(task.viewer(), Role.ADMINISTRATOR);
        progress.at("Reading", 0, -1);
        Read<List<Source>> unpacked = task.source().unpacked();
        if (unpacked instanceof Read.Parsed<List<Source>> files) {
            return switch (task.kind()) {
                case "framework" -> framework(task, files.value(), progress);
                case "roster" -> roster(task, files.value(), progress);
                case "evidence" -> evidence(task, progress);
                default -> throw new IllegalArgumentException("'" + task.kind() + "' is no kind of import");
            };
        }
        return unreadable(unpacked);
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

    private Read<List<Change>> roster(Task task, List<Source> files, Progress progress) {
        Read<RosterDraft> read = task.source().isArchive()
                ? OneRosterZip.read(task.source().name(), files)
                : RosterCsv.read(task.source());
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

    private Read<List<Change>> evidence(Task task, Progress progress) {
        Map<String, CompetencyId> competencies = new HashMap<>();
        frameworks.curriculum().byCode().forEach((code, competency) -> competencies.put(code, competency.id()));
        Read<List<EvidenceCsv.Piece>> read = EvidenceCsv.read(
                task.source(),
                new EvidenceCsv.Known(
                        roster.studentsBySourceId(), competencies, task.viewer().person()));
        if (!(read instanceof Read.Parsed<List<EvidenceCsv.Piece>> parsed)) {
            return unreadable(read);
        }
        return Objects.requireNonNull(whole.execute(status -> {
            Read<List<Change>> result = record(task, parsed.value(), progress);
            if (!task.apply() || result instanceof Read.Unreadable<?>) {
                status.setRollbackOnly();
            } else {
                access.audit(
                        task.viewer(),
                        "evidence.imported",
                        task.source().name(),
                        parsed.value().size() + " pieces");
            }
            return result;
        }));
    }

    private Read<List<Change>> record(Task task, List<EvidenceCsv.Piece> pieces, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        long done = 0;
        for (EvidenceCsv.Piece next : pieces) {
            // A piece that is not stored marks its transaction for rollback: the savepoint keeps that from the others.
            Outcome outcome = Objects.requireNonNull(piece.execute(status -> {
                Outcome inside = ledger.record(task.viewer(), next.observation());
                if (!(inside instanceof Outcome.Stored)) {
                    status.setRollbackOnly();
                }
                return inside;
            }));
            if (outcome instanceof Outcome.Stored stored) {
                changes.add(
                        new Change(Change.Kind.ADD, "evidence", "row " + next.line(), stored.entries() + " ratings"));
            } else if (outcome instanceof Outcome.Refused refused) {
                refused.reasons().forEach(why -> problems.add(new Problem(next.file(), next.line(), "", why)));
            } else if (outcome instanceof Outcome.Conflict conflict) {
                problems.add(new Problem(next.file(), next.line(), "evidence_id", conflict.reason()));
            }
            progress.at(task.apply() ? "Recording" : "Checking", ++done, pieces.size());
        }
        return Read.of(problems, () -> changes);
    }

    private static Read<List<Change>> unreadable(Read<?> read) {
        return new Read.Unreadable<>(((Read.Unreadable<?>) read).problems());
    }
}
