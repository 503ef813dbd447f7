package org.ownpath.launch;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImportCommand;
import org.springframework.context.ApplicationContext;

/**
 * Reads the command line of an import: {@code framework|roster|evidence|questions|attendance FILE... --as NAME [--dry-run] [--title T]
 * [--subject S] [--competency C]}.
 */
final class ImportLine {

    private static final String USAGE = "Use: ./ownpath import framework|roster|evidence|questions|attendance FILE... "
            + "--as SIGN-IN-NAME [--dry-run] [--title TITLE] [--subject SUBJECT] [--competency CODE]";
    private static final Set<String> KINDS = Set.of("framework", "roster", "evidence", "questions", "attendance");
    private static final Set<String> OPTIONS = Set.of("--as", "--title", "--subject", "--competency");
    private static final String DRY_RUN = "--dry-run";

    private final ApplicationContext context;
    private final PrintStream out;

    ImportLine(ApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    int run(List<String> words) {
        CommandWords read = CommandWords.of(words, OPTIONS, Set.of(DRY_RUN), USAGE);
        List<Path> files = read.plain().stream().skip(1).map(Path::of).toList();
        Map<String, String> options = read.options();
        if (files.isEmpty() || !KINDS.contains(read.plain().get(0)) || !options.containsKey("as")) {
            return refuse(USAGE);
        }
        Optional<Path> missing =
                files.stream().filter(file -> !Files.isReadable(file)).findFirst();
        if (missing.isPresent()) {
            return refuse("There is no file " + missing.get() + " that can be read.");
        }
        Optional<Viewer> viewer = context.getBean(Accounts.class).viewer(options.remove("as"));
        if (viewer.isEmpty()) {
            return refuse("Nobody signs in with that name. Give an administrator's name after --as.");
        }
        if (!viewer.get().is(Role.ADMINISTRATOR)) {
            return refuse("Whoever signs in with that name is no administrator, and imports nothing. Give an "
                    + "administrator's name after --as.");
        }
        boolean dryRun = read.flags().contains(DRY_RUN);
        return DistrictScope.within(
                viewer.get().district(),
                () -> context.getBean(ImportCommand.class)
                        .run(read.plain().get(0), files, dryRun, options, viewer.get(), out));
    }

    private int refuse(String why) {
        out.println(why);
        return 2;
    }
}
