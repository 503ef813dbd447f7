package org.ownpath.northside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.csv.FrameworkCsv;
import org.ownpath.framework.FrameworkDraft;

/** The Northside framework: kindergarten to grade 12 in five subjects, read as any school's would be. */
final class SchoolFramework {

    private static final List<String> SUBJECTS =
            List.of("mathematics", "reading", "writing", "science-practice", "habits");

    private SchoolFramework() {}

    static FrameworkDraft draft() {
        List<Source> files = SUBJECTS.stream().map(SchoolFramework::file).toList();
        Read<FrameworkDraft> read = FrameworkCsv.read(files, Map.of("title", "Northside Framework"));
        if (!(read instanceof Read.Parsed<FrameworkDraft> parsed)) {
            throw new IllegalStateException("The seed framework cannot be read: " + read);
        }
        FrameworkDraft draft = parsed.value();
        return new FrameworkDraft(
                "northside",
                draft.title(),
                Optional.of("Northside School"),
                Optional.empty(),
                Optional.empty(),
                draft.scale(),
                draft.items(),
                draft.prerequisites());
    }

    private static Source file(String subject) {
        String name = "/northside/framework/" + subject + ".csv";
        try (InputStream in = Objects.requireNonNull(SchoolFramework.class.getResourceAsStream(name), name)) {
            return new Source(subject + ".csv", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
