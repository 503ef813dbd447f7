package org.ownpath.engine.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Rule;
import org.ownpath.engine.RuleFormatException;
import org.ownpath.engine.RuleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a file of evidence under a rule. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = {
            "Judges a file of evidence under a rule and writes a row with verdict, value and reason for each learner and"
                    + " competency.",
            "The file is CSV with the columns learner, competency, rating, form, depth, context, purpose, observer and"
                    + " shown_at, sorted by learner and competency. A rating is a number, missed or excused."
        })
public final class JudgeCommand implements Callable<Integer> {

    private static final int REFUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "EVIDENCE", description = "The file of evidence.")
    @SuppressWarnings("NullAway.Init")
    private Path evidence;

    @Option(names = "--rule", required = true, description = "A file with the rule as JSON, or the id of a preset.")
    @SuppressWarnings("NullAway.Init")
    private String rule;

    @Option(
            names = "--threshold",
            defaultValue = "3",
            description = "The scale's mastery level, for a preset (default: 3).")
    private double threshold;

    @Option(names = "--as-of", description = "The moment of judgement (default: when each last showed something).")
    private @Nullable Instant asOf;

    @Option(names = "--out", description = "The file to write (default: standard output).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Rule read = rule();
        PrintWriter messages = spec.commandLine().getErr();
        try {
            if (out == null) {
                judge(read, spec.commandLine().getOut());
            } else {
                try (Writer file = Files.newBufferedWriter(out)) {
                    judge(read, file);
                }
            }
            return 0;
        } catch (EvidenceRefusal refused) {
            messages.println(refused.getMessage());
        } catch (CsvParseException unreadable) {
            messages.println(evidence + ": " + unreadable.getMessage() + ". Correct the row's quotes and commas.");
        } catch (NoSuchFileException missing) {
            messages.println(missing.getFile() + ": There is no such file. Name one that is there.");
        }
        return REFUSED;
    }

    private void judge(Rule read, Writer target) throws IOException {
        PrintWriter messages = spec.commandLine().getErr();
        JudgementFile judgements = new JudgementFile(read, Optional.ofNullable(asOf), target, messages);
        judge(judgements);
        target.flush();
        messages.println(judgements.summary());
    }

    private Rule rule() throws IOException {
        Path file = Path.of(rule);
        if (Files.isRegularFile(file)) {
            try {
                return RuleJson.read(Files.readString(file));
            } catch (RuleFormatException unreadable) {
                throw new ParameterException(spec.commandLine(), file + ": " + unreadable.getMessage(), unreadable);
            }
        }
        return Presets.find(rule, threshold).map(Preset::rule).orElseThrow(() -> {
            List<String> known =
                    Presets.forThreshold(threshold).stream().map(Preset::id).toList();
            return new ParameterException(
                    spec.commandLine(),
                    "'" + rule + "' is neither a file nor a preset. Name a file with a rule, or one of " + known + ".");
        });
    }

    private void judge(JudgementFile judgements) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(evidence)) {
            boolean first = true;
            for (NamedCsvRecord row : rows) {
                if (first) {
                    checkHeader(row.getHeader());
                    first = false;
                }
                judgements.add(new EvidenceRow(evidence, row));
            }
            judgements.finish();
        }
    }

    private void checkHeader(List<String> header) {
        for (String column : EvidenceRow.COLUMNS) {
            if (!header.contains(column)) {
                throw new EvidenceRefusal(
                        evidence, 1, column, "This column is missing. Name all of " + EvidenceRow.COLUMNS + ".");
            }
        }
    }
}
