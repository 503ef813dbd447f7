package org.ownpath.engine.command;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of a matrix: one learner, named by the line number, and a level for each item; empty or NA where not asked. */
record MatrixLine(AnswerFile.Source source, List<String> items, boolean headerIsData) implements AnswerLine {

    static MatrixLine under(AnswerFile.Source source, List<String> first) {
        List<String> names = first.subList(Math.min(first.size(), source.passOver()), first.size());
        if (names.isEmpty()) {
            throw source.problem(
                    1, "1", "no item is left after passing over " + source.passOver() + " columns. Pass over fewer.");
        }
        boolean numbers = names.stream().allMatch(name -> name.isEmpty() || name.matches("[0-9]+|NA"));
        if (!numbers) {
            return new MatrixLine(source, names, false);
        }
        List<String> numbered = new ArrayList<>();
        for (int item = 1; item <= names.size(); item++) {
            numbered.add("item " + item);
        }
        return new MatrixLine(source, numbered, true);
    }

    @Override
    public void read(CsvRecord line, List<AnswerRow> rows) {
        if (line.getFieldCount() != items.size() + source.passOver()) {
            int at = Math.max(0, Math.min(items.size() - 1, line.getFieldCount() - source.passOver()));
            throw source.problem(
                    line.getStartingLineNumber(),
                    items.get(at),
                    "the line has " + line.getFieldCount() + " columns where the first has "
                            + (items.size() + source.passOver()) + ". Leave a missing answer empty.");
        }
        String learner = Long.toString(line.getStartingLineNumber());
        for (int item = 0; item < items.size(); item++) {
            String text = line.getField(item + source.passOver()).strip();
            if (!text.isEmpty() && !text.equals("NA")) {
                int level = AnswerLine.level(source, line, item + source.passOver(), items.get(item));
                rows.add(new AnswerRow(learner, "all", items.get(item), level, Optional.empty()));
            }
        }
    }
}
