package org.ownpath.northside;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table that ships with the product. */
final class Table {

    private Table() {}

    static List<NamedCsvRecord> read(String name) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream("/northside/" + name), name);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that ships with the product. */
    static byte[] content(String name) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream("/northside/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
