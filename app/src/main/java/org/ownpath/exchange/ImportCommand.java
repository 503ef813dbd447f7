package org.ownpath.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Change;
import org.ownpath.shared.Counted;
import org.ownpath.shared.Figures;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An import from the command line: the same check and the same work as in the browser, told on the terminal. */
@Component
public class ImportCommand {

    private static final int LISTED = 50;

    private final ImportWork work;
    private final Access access;
    private final TransactionTemplate transaction;

    ImportCommand(ImportWork work, Access access, PlatformTransactionManager transactions) {
        this.work = work;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Checks files and, unless it is a dry run, applies them.
     *
     * @param kind framework, roster, evidence, questions or attendance
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
        Path file = files.size() == 1 ? files.get(0) : together(files);
        try {
            String name = files.size() == 1 ? String.valueOf(file.getFileName()) : "files.zip";
            return run(new ImportWork.Task(viewer, kind, name, file, options, !dryRun), out);
        } finally {
            if (files.size() > 1) {
                delete(file);
            }
        }
    }

    private int run(ImportWork.Task task, PrintStream out) {
        Read<Changes> result = Objects.requireNonNull(transaction.execute(status -> {
            Read<Changes> inside = work.run(task, Progress.SILENT);
            if (inside instanceof Read.Unreadable<?>) {
                status.setRollbackOnly();
            }
            return inside;
        }));
        if (!told(result, out)) {
            return 1;
        }
        out.println(task.apply() ? "Applied." : "This was a dry run: nothing has changed.");
        return 0;
    }

    private static boolean told(Read<Changes> result, PrintStream out) {
        if (result instanceof Read.Parsed<Changes> parsed) {
            tell(parsed.value(), out);
            return true;
        }
        Read.Unreadable<Changes> why = (Read.Unreadable<Changes>) result;
        why.problems().forEach(problem -> out.println("  " + problem));
        if (why.more() > 0) {
            out.println("  and " + Figures.of(why.more()) + " more");
        }
        long problems = why.problems().size() + why.more();
        out.println(Counted.of(problems, "problem") + "; nothing has changed.");
        return false;
    }

    private static void tell(Changes changes, PrintStream out) {
        if (changes.total() == 0) {
            out.println("0 changes: everything in this file is known already.");
            return;
        }
        out.println(Counted.of(changes.total(), "change"));
        Changes.inWords(changes.counts()).forEach(sort -> out.println("  " + sort));
        List<Change> listed = changes.sample().stream().limit(LISTED).toList();
        out.println("One by one");
        listed.forEach(change -> out.println("  " + Changes.inWords(change)));
        if (changes.total() > listed.size()) {
            out.println("  and " + Figures.of(changes.total() - listed.size()) + " more");
        }
    }

    private static Path together(List<Path> files) {
        try {
            Path archive = Files.createTempFile("ownpath-import", ".zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                for (Path file : files) {
                    zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
