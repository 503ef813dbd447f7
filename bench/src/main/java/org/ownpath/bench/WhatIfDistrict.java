package org.ownpath.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.springframework.context.ApplicationContext;

/** A district beside the seed school, with as much evidence as asked for: each student shows 50 competencies some times. */
final class WhatIfDistrict {

    private static final int COMPETENCIES = 50;
    private static final int STUDENTS_AT_ONCE = 500;
    private static final Instant FIRST = Instant.parse("2025-01-06T08:00:00Z");

    /** How many students show each of the competencies how often. */
    record Size(String name, int students, int showings) {

        static final Size SCHOOL = new Size("whatschool", 4000, 5);

        /** Of 200 entries for each student. */
        static Size district(int entries) {
            return new Size("whatdistrict", entries / COMPETENCIES / 4, 4);
        }

        int entries() {
            return students * COMPETENCIES * showings;
        }
    }

    private final Size size;
    private final ApplicationContext context;
    private final Path folder;
    private final Viewer viewer;

    WhatIfDistrict(Size size, ApplicationContext context, Path folder) {
        this.size = size;
        this.context = context;
        this.folder = folder;
        this.viewer = new Viewer(
                AccountId.next(),
                context.getBean(Accounts.class).openDistrict(size.name(), "Whatland"),
                PersonId.next(),
                "Benchmark",
                Set.of(Role.ADMINISTRATOR, Role.LEADER));
    }

    Size size() {
        return size;
    }

    Viewer viewer() {
        return viewer;
    }

    void fill() {
        try {
            StringBuilder framework = new StringBuilder("code,subject,level,title,statement\n");
            for (int c = 0; c < COMPETENCIES; c++) {
                framework.append("WHAT.%d,What,%d,What %d,I can do number %d.%n".formatted(c, 1 + c % 8, c, c));
            }
            load("framework", framework, Map.of("title", "What"));
            StringBuilder roster = new StringBuilder("person_id,role,given_name,family_name\n");
            for (int s = 0; s < size.students(); s++) {
                roster.append("what-%d,student,Given%d,Family%d%n".formatted(s, s, s));
            }
            load("roster", roster, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Person> students = context.getBean(Roster.class).students();
        List<Competency> competencies =
                context.getBean(Frameworks.class).curriculum().inUse();
        for (int from = 0; from < students.size(); from += STUDENTS_AT_ONCE) {
            List<Person> some = students.subList(from, Math.min(students.size(), from + STUDENTS_AT_ONCE));
            Iterator<BulkLedger.Row> rows = some.stream()
                    .flatMap(student -> competencies.stream()
                            .flatMap(competency ->
                                    IntStream.range(0, size.showings()).mapToObj(n -> row(student, competency, n))))
                    .iterator();
            context.getBean(BulkLedger.class).append(viewer, rows, Progress.SILENT);
        }
    }

    private void load(String kind, StringBuilder rows, Map<String, String> options) throws IOException {
        Path file = Files.writeString(folder.resolve("what-" + kind + ".csv"), rows);
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = context.getBean(ImportCommand.class).run(kind, List.of(file), false, options, viewer, silent);
        if (code != 0) {
            throw new IllegalStateException("The " + kind + " was refused");
        }
    }

    private BulkLedger.Row row(Person student, Competency competency, int n) {
        Instant shown = FIRST.plus(Duration.ofDays(7L * n + competency.position()));
        int rating = 1 + Math.floorMod(student.id().value().hashCode() * 31 + competency.position() * 7 + n * n, 4);
        Observation observation = new Observation(
                PieceId.next(),
                new Observation.Nature(
                        n % 2 == 0 ? Form.TEST : Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                viewer.person(),
                shown,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(student.student(), competency.id(), Result.rated(rating))));
        return new BulkLedger.Row(observation, shown.plus(Duration.ofHours(1)));
    }
}
