package org.ownpath.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.LedgerComparison;
import org.ownpath.evidence.LedgerComparison.Found;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.RowCheck;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.ownpath.exchange.csv.EvidenceCsv;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.shared.Change;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Takes evidence in from a file of any length: goes through it once to check it and once more to load it. */
@Component
class EvidenceWork {

    private static final int COMPARED_AT_ONCE = 5000;

    private final BulkLedger ledger;
    private final LedgerComparison comparison;
    private final Frameworks frameworks;
    private final OpenFrameworks identifiers;
    private final Roster roster;
    private final Clock clock;

    EvidenceWork(
            BulkLedger ledger,
            LedgerComparison comparison,
            Frameworks frameworks,
            OpenFrameworks identifiers,
            Roster roster,
            Clock clock) {
        this.ledger = ledger;
        this.comparison = comparison;
        this.frameworks = frameworks;
        this.identifiers = identifiers;
        this.roster = roster;
        this.clock = clock;
    }

    Read<Changes> run(ImportWork.Task task, Progress progress) {
        EvidenceCsv.Known known = new EvidenceCsv.Known(
                roster.studentsBySourceId(), competencies(), task.viewer().person());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Check check = new Check(task, known, now, progress);
        Read<Changes> checked = check.run();
        if (task.apply()
                && checked instanceof Read.Parsed<Changes> good
                && good.value().total() > 0) {
            long total = good.value().total();
            try (Remaining rows = new Remaining(task, known, check.already, now)) {
                ledger.append(
                        task.viewer(),
                        rows,
                        (phase, done, of) -> progress.at(phase, done, phase.equals("Writing") ? total : of));
            }
        }
        return checked;
    }

    /** By every name that a file may use, the identifiers of CASE among them. */
    private Map<String, CompetencyId> competencies() {
        Map<String, CompetencyId> names = new HashMap<>(frameworks.curriculum().byName());
        identifiers.identifiers().forEach((competency, identifier) -> names.putIfAbsent(identifier, competency));
        return names;
    }

    /** The first pass: every row is read, judged by the ledger's rules, and looked up in it. */
    private final class Check {
        final Problems problems = new Problems();
        final BitSet already = new BitSet();
        final List<Change> sample = new ArrayList<>();
        private final ImportWork.Task task;
        private final EvidenceCsv.Known known;
        private final Instant now;
        private final Progress progress;
        private final RowCheck check = ledger.check();
        private final Set<StudentId> newcomers = ledger.newcomers();
        private final List<Pending> pending = new ArrayList<>();
        private int lines;
        private long fresh;

        /** A row that may be in the ledger. */
        private record Pending(int index, EvidenceCsv.Line line, Observation piece) {}

        Check(ImportWork.Task task, EvidenceCsv.Known known, Instant now, Progress progress) {
            this.task = task;
            this.known = known;
            this.now = now;
            this.progress = progress;
        }

        Read<Changes> run() {
            try (EvidenceCsv file = new EvidenceCsv(task.name(), task.file(), known, problems)) {
                for (EvidenceCsv.Line line = file.next(); line != null; line = file.next()) {
                    line(line);
                    if (++lines % COMPARED_AT_ONCE == 0) {
                        progress.at("Checking", lines, -1);
                    }
                }
            }
            compare();
            if (lines == 0 && problems.isEmpty()) {
                problems.add(Problem.ofFile(task.name(), "There is no evidence. Add a row for each rating."));
            }
            return Read.of(problems, this::changes);
        }

        private void line(EvidenceCsv.Line line) {
            if (line.observation().isEmpty()) {
                return;
            }
            Observation piece = line.observation().get();
            check.reasons(new BulkLedger.Row(piece, now))
                    .forEach(why -> problems.add(new Problem(line.file(), line.row(), why.about(), why.text())));
            if (newcomers.contains(piece.ratings().get(0).student())) {
                fresh(line, piece);
            } else {
                pending.add(new Pending(lines, line, piece));
                if (pending.size() == COMPARED_AT_ONCE) {
                    compare();
                }
            }
        }

        private void compare() {
            List<Found> found =
                    comparison.compare(pending.stream().map(Pending::piece).toList());
            for (int i = 0; i < found.size(); i++) {
                Pending row = pending.get(i);
                switch (found.get(i)) {
                    case NEW -> fresh(row.line(), row.piece());
                    case SAME -> already.set(row.index());
                    case CONFLICT ->
                        problems.add(
                                new Problem(
                                        row.line().file(),
                                        row.line().row(),
                                        "evidence_id",
                                        "A conflict: the ledger has other evidence of this student and competency under this "
                                                + "evidence_id. Give this row an id of its own, or correct the recorded piece."));
                }
            }
            pending.clear();
        }

        private void fresh(EvidenceCsv.Line line, Observation piece) {
            fresh++;
            if (sample.size() < Changes.SAMPLE) {
                sample.add(new Change(
                        Change.Kind.ADD,
                        "evidence",
                        "row " + line.row(),
                        piece.ratings().get(0).result().words()));
            }
        }

        private Changes changes() {
            Map<String, Long> counts = new TreeMap<>();
            counts.put("evidence: add", fresh);
            counts.put("evidence: known already", (long) already.cardinality());
            counts.values().removeIf(count -> count == 0);
            return new Changes(fresh, counts, sample);
        }
    }

    /** The second pass: what the ledger does not have yet. */
    private static final class Remaining implements Iterator<BulkLedger.Row>, AutoCloseable {
        private final Problems problems = new Problems();
        private final EvidenceCsv file;
        private final BitSet already;
        private final Instant now;
        private int lines;
        private EvidenceCsv.@Nullable Line next;

        Remaining(ImportWork.Task task, EvidenceCsv.Known known, BitSet already, Instant now) {
            this.file = new EvidenceCsv(task.name(), task.file(), known, problems);
            this.already = already;
            this.now = now;
            advance();
        }

        private void advance() {
            do {
                next = file.next();
            } while (already.get(lines++) && next != null);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public BulkLedger.Row next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            Observation piece = next.observation()
                    .orElseThrow(() ->
                            new IllegalStateException("The file has changed since it was checked: " + problems.get(0)));
            advance();
            return new BulkLedger.Row(piece, now);
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
