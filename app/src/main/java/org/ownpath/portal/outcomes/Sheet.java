package org.ownpath.portal.outcomes;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table to take away as a file. */
public record Sheet(String name, List<String> headings, List<List<String>> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** As comma-separated values, which spreadsheets open with all letters right and no formula run. */
    String csv() {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(Sheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** As a browser takes it. */
    public ResponseEntity<byte[]> file() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(csv().getBytes(StandardCharsets.UTF_8));
    }

    /** A text that a spreadsheet would take for a formula is marked as a text; a number stays a number. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("[+-]?\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }
}
