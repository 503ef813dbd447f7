package org.ownpath.launch;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImportCommand;
import org.springframework.context.ApplicationContext;

/**
 * Reads the command line of an import: {@code framework|roster|evidence|questions|attendance FILE... --as NAME [--dry-run] [--title T]
 * [--subject S] [--competency C]}.
 */
final class ImportLine {

    private static final String USAGE = "Use: ./ownpath import framework|roster|evidence|questions|attendance FILE... "
            + "--as SIGN-IN-NAME [--dry-run] [--title TITLE]";

    private final ApplicationContext context;
    private final PrintStream out;

    ImportLine(ApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    int run(List<String> words) {
        List<Path> files = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        boolean dryRun = words.contains("--dry-run");
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--") && !word.equals("--dry-run") && i + 1 < words.size()) {
                options.put(word.substring(2), words.get(++i));
            } else if (!word.startsWith("--")) {
                files.add(Path.of(word));
            }
        }
        if (words.isEmpty() || files.isEmpty() || !options.containsKey("as")) {
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
        return DistrictScope.within(
                viewer.get().district(),
                () -> context.getBean(ImportCommand.class)
                        .run(words.get(0), files, dryRun, options, viewer.get(), out));
    }

    private int refuse(String why) {
        out.println(why);
        return 2;
    }
}
