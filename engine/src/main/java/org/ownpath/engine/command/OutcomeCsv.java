package org.ownpath.engine.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.ownpath.engine.simulate.Approach;
import org.ownpath.engine.simulate.Estimate;
import org.ownpath.engine.simulate.Finding;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.engine.simulate.Results;

/** Every measure of every model, group and year as comma-separated values, one row each. */
final class OutcomeCsv {

    private static final String DIFFERENCE = "difference";

    private final CsvWriter csv;

    private OutcomeCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /** Writes and flushes; the caller closes. */
    static void write(List<Results> all, Writer out) throws IOException {
        OutcomeCsv file = new OutcomeCsv(CsvWriter.builder().build(out));
        file.csv.writeRecord("model", "measure", "approach", "group", "year", "age", "value", "standard_error");
        all.forEach(file::write);
        file.csv.flush(); // it has a buffer of its own
    }

    private void write(Results results) {
        for (Measure measure : Measure.values()) {
            for (Group group : Group.values()) {
                for (int year = 1; year <= results.scenario().school().years(); year++) {
                    write(results, new Finding(measure, Approach.BATCH, group, year));
                }
            }
        }
    }

    private void write(Results results, Finding batch) {
        Finding mastery = batch.under(Approach.MASTERY);
        write(results, batch, code(Approach.BATCH), results.estimate(batch));
        write(results, mastery, code(Approach.MASTERY), results.estimate(mastery));
        write(results, batch, DIFFERENCE, results.difference(batch));
    }

    private void write(Results results, Finding finding, String approach, Estimate estimate) {
        csv.writeRecord(
                results.model().name(),
                code(finding.measure()),
                approach,
                code(finding.group()),
                String.valueOf(finding.year()),
                String.valueOf(finding.age()),
                number(estimate.value()),
                number(estimate.standardError()));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Empty where there is nothing to measure. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}
