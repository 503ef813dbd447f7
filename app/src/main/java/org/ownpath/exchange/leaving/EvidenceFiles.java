package org.ownpath.exchange.leaving;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.roster.RosterExport;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Writes evidence as files, student by student, in the form in which it can be imported. */
@Component
class EvidenceFiles {

    private static final int EVERYTHING = 1_000_000;

    private final LedgerReading ledger;
    private final Artifacts artifacts;

    EvidenceFiles(LedgerReading ledger, Artifacts artifacts) {
        this.ledger = ledger;
        this.artifacts = artifacts;
    }

    /** Evidence that can be imported again, and the rest; what files belong to it is noted. */
    void write(
            ZipOutputStream zip,
            RosterExport.Everybody everybody,
            Map<CompetencyId, String> competencies,
            Map<String, Collection<String>> files)
            throws IOException {
        Predicate<Entry> current = entry ->
                everybody.here().contains(entry.student().person()) && competencies.containsKey(entry.competency());
        write(
                zip,
                "evidence.csv",
                everybody,
                entry -> current.test(entry) ? row(entry, everybody, competencies) : List.of(),
                files);
        write(
                zip,
                "left/evidence.csv",
                everybody,
                entry -> current.test(entry) ? List.of() : row(entry, everybody, competencies),
                files);
    }

    private interface Row {
        List<String> of(Entry entry);
    }

    private void write(
            ZipOutputStream zip,
            String name,
            RosterExport.Everybody everybody,
            Row rows,
            Map<String, Collection<String>> files)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(
                "evidence_id",
                "student_id",
                "competency",
                "shown_at",
                "form",
                "rating",
                "depth",
                "context",
                "purpose",
                "task",
                "note");
        for (PersonId person : new TreeSet<>(
                        everybody.keys().keySet().stream().map(PersonId::value).toList())
                .stream().map(PersonId::new).toList()) {
            for (Entry entry : ledger.latest(new StudentId(person.value()), EVERYTHING)) {
                List<String> row = rows.of(entry);
                if (!row.isEmpty()) {
                    csv.writeRecord(row);
                    entry.artifacts()
                            .forEach(hash -> files.computeIfAbsent(hash, first -> new TreeSet<>())
                                    .add(entry.piece().toString()));
                }
            }
        }
        csv.flush();
        text.flush();
        zip.closeEntry();
    }

    private static List<String> row(
            Entry entry, RosterExport.Everybody everybody, Map<CompetencyId, String> competencies) {
        return List.of(
                entry.piece().toString(),
                everybody
                        .keys()
                        .getOrDefault(entry.student().person(), entry.student().toString()),
                competencies.getOrDefault(entry.competency(), entry.competency().toString()),
                entry.shownAt().toString(),
                entry.nature().form().code(),
                rating(entry.result()),
                entry.nature().depth().code(),
                entry.nature().context().code(),
                entry.nature().purpose().code(),
                entry.task().orElse(""),
                entry.note().or(entry::reason).orElse(""));
    }

    private static String rating(Result result) {
        if (result instanceof Result.Rated rated) {
            return String.valueOf(rated.value());
        }
        return result instanceof Result.Missed ? "missed" : "excused";
    }

    /** Which file belongs to which piece. */
    void list(ZipOutputStream zip, Map<String, Collection<String>> files) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (Artifacts.Artifact file : artifacts.of(new ArrayList<>(files.keySet()))) {
            names.put(file.hash(), file.fileName());
        }
        zip.putNextEntry(new ZipEntry("evidence-files.csv"));
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord("evidence_id", "file", "name");
        files.forEach((hash, pieces) -> {
            String name = names.getOrDefault(hash, hash);
            pieces.forEach(piece -> csv.writeRecord(piece, path(hash, name), name));
        });
        csv.flush();
        text.flush();
        zip.closeEntry();
    }

    /** Where a file lies: by its content, with the ending of its name. */
    static String path(String hash, String name) {
        int dot = name.lastIndexOf('.');
        return "files/" + hash + (dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", ""));
    }
}
