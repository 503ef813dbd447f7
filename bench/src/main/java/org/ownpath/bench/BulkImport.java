package org.ownpath.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;

/**
 * 500,000 rows of evidence about 2,000 students from a file, checked, loaded and judged, beside a plain COPY of the same
 * rows into a table with the same columns, keys, indexes and checks. Each is durable when its clock stops.
 */
final class BulkImport {

    private static final int STUDENTS = 2000;
    private static final int COMPETENCIES = 50;
    private static final int SHOWINGS = 5;
    private static final int ROWS = STUDENTS * COMPETENCIES * SHOWINGS;

    private final ApplicationContext context;
    private final DatabaseAddress address;
    private final Path folder;

    BulkImport(ApplicationContext context, DatabaseAddress address, Path folder) {
        this.context = context;
        this.address = address;
        this.folder = folder;
    }

    void run() throws IOException, SQLException {
        DistrictId district = context.getBean(Accounts.class).openDistrict("bulkland", "Bulkland");
        Viewer viewer = new Viewer(
                AccountId.next(), district, PersonId.next(), "Benchmark", Set.of(Role.ADMINISTRATOR, Role.LEADER));
        Path framework = framework();
        Path roster = roster();
        Path evidence = evidence();
        double ours = DistrictScope.within(district, () -> {
            load(viewer, "framework", framework, Map.of("title", "Bulk"));
            load(viewer, "roster", roster, Map.of());
            return load(viewer, "evidence", evidence, Map.of());
        });
        double alone = plain(district);
        System.out.printf(
                "| %d rows of evidence from a file, checked, loaded and judged | %.0f rows/s (%.1f s) "
                        + "| plain COPY %.0f rows/s (%.1f s) | %.2f |%n",
                ROWS, ROWS / ours, ours, ROWS / alone, alone, alone / ours);
        double again = DistrictScope.within(district, () -> load(viewer, "evidence", evidence, Map.of()));
        System.out.printf("| the same file again, nothing to load | %.0f rows/s (%.1f s) | | |%n", ROWS / again, again);
    }

    /** Seconds that an import takes. The command checks first and then applies; the check is what a dry run costs. */
    private double load(Viewer viewer, String kind, Path file, Map<String, String> options) {
        ImportCommand command = context.getBean(ImportCommand.class);
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        int code = command.run(kind, List.of(file), false, options, viewer, silent);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            command.run(kind, List.of(file), true, options, viewer, System.out);
            throw new IllegalStateException("The " + kind + " was refused");
        }
        return seconds;
    }

    private double plain(DistrictId district) throws SQLException, IOException {
        Path rows = folder.resolve("rows.copy");
        try (Connection owner = address.asOwner()) {
            owner.createStatement().execute("set ownpath.district = '" + district + "'");
            owner.createStatement().execute("create table evidence.plain (like evidence.entry including all)");
            try (OutputStream out = Files.newOutputStream(rows)) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select * from evidence.entry where district_id = '" + district
                                        + "' order by shown_at, piece_id) to stdout",
                                out);
            }
            long start = System.nanoTime();
            long copied;
            try (InputStream in = Files.newInputStream(rows)) {
                copied = owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy evidence.plain from stdin", in, 256 * 1024);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (copied != ROWS) {
                throw new IllegalStateException(copied + " rows instead of " + ROWS);
            }
            owner.createStatement().execute("drop table evidence.plain");
            return seconds;
        }
    }

    private Path framework() throws IOException {
        StringBuilder rows = new StringBuilder("code,subject,level,title,statement\n");
        for (int c = 0; c < COMPETENCIES; c++) {
            rows.append("BULK.%d,Bulk,%d,Bulk %d,I can do number %d.%n".formatted(c, 1 + c % 8, c, c));
        }
        return Files.writeString(folder.resolve("bulk-framework.csv"), rows);
    }

    private Path roster() throws IOException {
        StringBuilder rows = new StringBuilder("person_id,role,given_name,family_name\n");
        for (int s = 0; s < STUDENTS; s++) {
            rows.append("bulk-%d,student,Given%d,Family%d%n".formatted(s, s, s));
        }
        return Files.writeString(folder.resolve("bulk-roster.csv"), rows);
    }

    /** A row for each student, competency and showing, in the order of the days on which they were shown. */
    private Path evidence() throws IOException {
        Random random = new Random(7);
        String[] forms = {"test", "performance_task", "project", "observation", "portfolio"};
        Path file = folder.resolve("bulk-evidence.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("evidence_id,student_id,competency,shown_at,form,rating,task,note\n");
            for (int i = 0; i < ROWS; i++) {
                int student = i % STUDENTS;
                int competency = i / STUDENTS % COMPETENCIES;
                int day = i / STUDENTS;
                out.write("e%d,bulk-%d,BULK.%d,2025-%02d-%02dT%02d:%02d:00Z,%s,%d,Task %d,%s%n"
                        .formatted(
                                i,
                                student,
                                competency,
                                1 + day / 25,
                                1 + day % 25,
                                8 + student % 8,
                                student % 60,
                                forms[random.nextInt(forms.length)],
                                1 + random.nextInt(4),
                                day,
                                random.nextInt(4) == 0 ? "\"Worked alone, and explained it well\"" : ""));
            }
        }
        return file;
    }
}
