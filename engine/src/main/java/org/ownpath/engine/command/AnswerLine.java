package org.ownpath.engine.command;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** How a line of a file is read, once its header is known. */
sealed interface AnswerLine permits AttemptLine, MatrixLine {

    /** Whether the file has no header, so that its first line holds answers. */
    boolean headerIsData();

    /** Adds the answers of a line, or refuses it. */
    void read(CsvRecord line, List<AnswerRow> rows);

    /** Reads a level from its text. */
    static int level(AnswerFile.Source source, CsvRecord line, int at, String column) {
        String text = line.getField(at).strip();
        for (int level = 0; level <= source.highest(); level++) {
            if (text.equals(Integer.toString(level))) {
                return level;
            }
        }
        String allowed = source.highest() == 1
                ? "neither 0 nor 1. Write 1 for right and 0 for wrong"
                : "no level from 0 to " + source.highest() + ". Write the level";
        throw source.problem(
                line.getStartingLineNumber(), column, "'" + text + "' is " + allowed + ", or leave the answer out.");
    }
}
