package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.Scale;
import org.ownpath.shared.GradeLevel;

/** The Northside framework: kindergarten to grade 12 in five subjects, written for the school. */
final class SchoolFramework {

    private static final List<String> SUBJECTS =
            List.of("mathematics", "reading", "writing", "science-practice", "habits");

    private SchoolFramework() {}

    static FrameworkDraft draft() {
        List<FrameworkDraft.Item> items = new ArrayList<>();
        List<FrameworkDraft.Edge> edges = new ArrayList<>();
        for (String subject : SUBJECTS) {
            String file = "framework/" + subject + ".csv";
            for (NamedCsvRecord row : Table.read(file)) {
                FrameworkDraft.Origin origin = new FrameworkDraft.Origin(file, row.getStartingLineNumber());
                items.add(item(row, origin));
                for (String before : row.getField("prerequisites").split(" ")) {
                    if (!before.isBlank()) {
                        edges.add(new FrameworkDraft.Edge(origin, before, row.getField("code")));
                    }
                }
            }
        }
        return new FrameworkDraft(
                "northside",
                "Northside Framework",
                Optional.of("Northside School"),
                Optional.empty(),
                Optional.empty(),
                Scale.FOUR_POINT,
                items,
                edges);
    }

    private static FrameworkDraft.Item item(NamedCsvRecord row, FrameworkDraft.Origin origin) {
        return new FrameworkDraft.Item(
                origin,
                row.getField("code"),
                Optional.of(row.getField("code")),
                row.getField("subject"),
                Optional.of(row.getField("strand")),
                GradeLevel.read(row.getField("level")),
                row.getField("title"),
                row.getField("statement"),
                List.of(
                        row.getField("beginning"),
                        row.getField("developing"),
                        row.getField("proficient"),
                        row.getField("advanced")),
                Optional.empty(),
                true);
    }
}
