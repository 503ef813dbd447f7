package org.ownpath.launch.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself, at its end.
 *
 * @param madeAt the instant whose state it holds
 * @param migrations the versions that had been applied to the database
 * @param missingFiles hashes of files that evidence names and the data folder did not have, or not unchanged
 */
public record Contents(
        Instant madeAt,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        long files,
        List<String> missingFiles) {

    /**
     * A table as it was.
     *
     * @param name with its schema
     * @param digest sum of the hashes of its rows, so that it is the same in any order
     */
    public record Table(String name, List<String> columns, long rows, String digest) {}

    /** Where a sequence stood. */
    public record Sequence(String name, long value, boolean called) {}

    /** All rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
