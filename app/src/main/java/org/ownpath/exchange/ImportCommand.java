package org.ownpath.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Change;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;

/** An import from the command line: the same check and the same work as in the browser, told on the terminal. */
@Component
public class ImportCommand {

    private static final int LISTED = 50;

    private final ImportWork work;
    private final Access access;

    ImportCommand(ImportWork work, Access access) {
        this.work = work;
        this.access = access;
    }

    /**
     * Checks files and, unless it is a dry run, applies them.
     *
     * @param kind framework, roster or evidence
     * @return 0 when all went well, 1 when the files are refused
     */
    public int run(
            String kind,
            List<Path> files,
            boolean dryRun,
            Map<String, String> options,
            Viewer viewer,
            PrintStream out) {
        access.require(viewer, Role.ADMINISTRATOR);
        Source source = source(files);
        Progress progress = (phase, done, total) -> {};
        Read<List<Change>> checked = work.run(new ImportWork.Task(viewer, kind, source, options, false), progress);
        if (!told(checked, out)) {
            return 1;
        }
        if (dryRun) {
            out.println("This was a dry run: nothing has changed.");
            return 0;
        }
        Read<List<Change>> applied = work.run(new ImportWork.Task(viewer, kind, source, options, true), progress);
        boolean good = applied instanceof Read.Parsed<?> || told(applied, out);
        out.println(good ? "Applied." : "Nothing has changed.");
        return good ? 0 : 1;
    }

    private static boolean told(Read<List<Change>> result, PrintStream out) {
        if (result instanceof Read.Parsed<List<Change>> parsed) {
            out.println(parsed.value().size() + " changes");
            parsed.value().stream()
                    .limit(LISTED)
                    .forEach(change -> out.println("  "
                            + change.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + change.what() + ": "
                            + change.label() + (change.detail().isEmpty() ? "" : " (" + change.detail() + ")")));
            return true;
        }
        List<Problem> problems = ((Read.Unreadable<List<Change>>) result).problems();
        problems.forEach(problem -> out.println("  " + problem));
        out.println(problems.size() + " problems; nothing has changed.");
        return false;
    }

    private static Source source(List<Path> files) {
        try {
            if (files.size() == 1) {
                return new Source(files.get(0).getFileName().toString(), Files.readAllBytes(files.get(0)));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Path file : files) {
                    zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
            return new Source("files.zip", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
