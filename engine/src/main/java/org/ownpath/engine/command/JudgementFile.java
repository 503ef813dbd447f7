package org.ownpath.engine.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Judgement;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Rule;

/** Judges evidence that comes learner by learner and competency by competency, and writes a row for each of these. */
final class JudgementFile {

    private static final int PROGRESS = 100_000;

    private final Rule rule;
    private final Optional<Instant> asOf;
    private final CsvWriter out;
    private final PrintWriter progress;
    private final Set<Showing> done = new HashSet<>();
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<Showing> current = Optional.empty();
    private long rows;

    JudgementFile(Rule rule, Optional<Instant> asOf, Writer out, PrintWriter progress) {
        this.rule = rule;
        this.asOf = asOf;
        this.out = CsvWriter.builder().build(out);
        this.progress = progress;
        this.out.writeRecord("learner", "competency", "verdict", "value", "count", "mastered_at", "reason");
    }

    /** One learner and one competency. */
    private record Showing(String learner, String competency) {}

    void add(EvidenceRow row) {
        Showing showing = new Showing(row.learner(), row.competency());
        if (!current.equals(Optional.of(showing))) {
            writeCurrent();
            if (!done.add(showing)) {
                throw new EvidenceRefusal(
                        row.file(),
                        row.row().getStartingLineNumber(),
                        "learner",
                        "'" + showing.learner() + "' and '" + showing.competency()
                                + "' were there before, with others between. Sort the file by learner and competency.");
            }
            current = Optional.of(showing);
        }
        pieces.add(row.piece());
        if (++rows % PROGRESS == 0) {
            progress.println(rows + " rows read, " + done.size() + " judgements");
            progress.flush();
        }
    }

    /** Writes the last judgement and whatever is not written yet. */
    void finish() throws IOException {
        writeCurrent();
        out.flush();
    }

    private void writeCurrent() {
        current.ifPresent(this::write);
        pieces.clear();
    }

    private void write(Showing showing) {
        Instant moment = asOf.orElseGet(() ->
                pieces.stream().map(Piece::shownAt).max(Instant::compareTo).orElse(Instant.EPOCH));
        Judgement judgement = Judge.judge(rule, pieces, moment);
        out.writeRecord(
                showing.learner(),
                showing.competency(),
                judgement.state().code(),
                judgement.value().isPresent() ? String.valueOf(judgement.value().getAsDouble()) : "",
                String.valueOf(judgement.count()),
                judgement.masteredAt().map(Instant::toString).orElse(""),
                judgement.explanation().sentence(showing.learner(), showing.competency()));
    }

    String summary() {
        return rows + " rows read, " + done.size() + " judgements";
    }
}
