package org.ownpath.engine.command;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line with one answer: learner, skill, item, correct and perhaps at, in any order. */
record AttemptLine(AnswerFile.Source source, List<String> header) implements AnswerLine {

    private static final List<String> NEEDED = List.of("learner", "skill", "item", "correct");

    static AttemptLine under(AnswerFile.Source source, List<String> header) {
        for (String name : NEEDED) {
            if (!header.contains(name)) {
                throw source.problem(
                        1,
                        name,
                        "the header has no such column, only " + header
                                + ". Name the columns learner, skill, item, correct and, if known, at.");
            }
        }
        return new AttemptLine(source, header);
    }

    @Override
    public boolean headerIsData() {
        return false;
    }

    @Override
    public void read(CsvRecord line, List<AnswerRow> rows) {
        if (line.getFieldCount() < header.size()) {
            throw source.problem(
                    line.getStartingLineNumber(),
                    header.get(line.getFieldCount()),
                    "the line ends after " + line.getFieldCount() + " of " + header.size()
                            + " columns. Add what is missing.");
        }
        int level = AnswerLine.level(source, line, header.indexOf("correct"), "correct");
        rows.add(new AnswerRow(text(line, "learner"), text(line, "skill"), text(line, "item"), level, at(line)));
    }

    private String text(CsvRecord line, String column) {
        String text = line.getField(header.indexOf(column)).strip();
        if (text.isEmpty()) {
            throw source.problem(
                    line.getStartingLineNumber(),
                    column,
                    "it is empty. Name the " + column + ", or leave the line out.");
        }
        return text;
    }

    private Optional<Instant> at(CsvRecord line) {
        int column = header.indexOf("at");
        if (column < 0) {
            return Optional.empty();
        }
        String text = line.getField(column).strip();
        try {
            boolean seconds = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
            return Optional.of(seconds ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text));
        } catch (DateTimeException | NumberFormatException broken) {
            throw source.problem(
                    line.getStartingLineNumber(),
                    "at",
                    "'" + text + "' is no moment. Write 2026-09-01T08:30:00Z or seconds since 1970, or drop the"
                            + " column.");
        }
    }
}
