package org.ownpath.shared;

import java.util.Comparator;

/**
 * Why a file cannot be taken: where, and what to do.
 *
 * @param file name of the file, inside its archive if it came in one
 * @param row line of the file that a person sees in an editor or spreadsheet, the heading being 1; 0 for the whole file
 * @param column heading of the column, or empty for the whole row
 * @param message what is wrong, with the value, and the remedy
 */
public record Problem(String file, long row, String column, String message) {

    /** As they stand in the files. */
    public static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::file).thenComparingLong(Problem::row).thenComparing(Problem::column);

    /** A problem of a whole file. */
    public static Problem ofFile(String file, String message) {
        return new Problem(file, 0, "", message);
    }

    /** "users.csv, row 17, column 'role'". */
    public String where() {
        StringBuilder where = new StringBuilder(file);
        if (row > 0) {
            where.append(", row ").append(row);
        }
        if (!column.isEmpty()) {
            where.append(", column '").append(column).append("'");
        }
        return where.toString();
    }

    @Override
    public String toString() {
        return where() + ": " + message;
    }
}
