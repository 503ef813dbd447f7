package org.ownpath.engine.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads answers from CSV, plain or gzip (by the ending .gz). With columns learner, skill, item and correct it is one
 * answer a row, with an optional column at; otherwise it is a matrix with one learner a row and one item a column.
 */
final class AnswerFile {

    /** What the reader has to know: where the file is, the highest level, and columns of a matrix to pass over. */
    record Source(Path path, int highest, int passOver) {

        /** A problem at a place in the file. */
        AnswerFileException problem(long line, String column, String what) {
            return new AnswerFileException(path + ", line " + line + ", column '" + column + "': " + what);
        }
    }

    private AnswerFile() {}

    static List<AnswerRow> read(Source source) {
        try (InputStream raw = Files.newInputStream(source.path());
                InputStream in = source.path().toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            return rows(source, csv);
        } catch (NoSuchFileException missing) {
            throw new AnswerFileException("There is no file " + source.path() + ". Check the path.");
        } catch (CsvParseException broken) {
            throw new AnswerFileException(
                    source.path() + " is no CSV: " + broken.getMessage() + ". Close every quotation mark.");
        } catch (IOException broken) {
            throw new AnswerFileException(source.path() + " cannot be read: " + broken.getMessage()
                    + ". Check that it is a file that you may read.");
        }
    }

    private static List<AnswerRow> rows(Source source, Iterable<CsvRecord> records) {
        List<AnswerRow> rows = new ArrayList<>();
        AnswerLine line = null;
        for (CsvRecord record : records) {
            if (line == null) {
                line = header(source, record.getFields());
                if (line.headerIsData()) {
                    line.read(record, rows);
                }
            } else {
                line.read(record, rows);
            }
        }
        if (rows.isEmpty()) {
            throw new AnswerFileException(source.path() + " has no answers. Put one on each line below the header.");
        }
        return rows;
    }

    private static AnswerLine header(Source source, List<String> fields) {
        List<String> names = fields.stream().map(String::strip).toList();
        return names.contains("correct") || (names.contains("learner") && names.contains("item"))
                ? AttemptLine.under(source, names)
                : MatrixLine.under(source, names);
    }
}
