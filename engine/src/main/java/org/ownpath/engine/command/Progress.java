package org.ownpath.engine.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.ownpath.engine.simulate.Watch;

/** A line for every tenth of the learners. */
final class Progress implements Watch {

    private static final int LINES = 10;

    private final String name;
    private final PrintWriter err;
    private long printed;

    Progress(String name, PrintWriter err) {
        this.name = name;
        this.err = err;
    }

    @Override
    public boolean goOn(long done, long total) {
        long tenth = LINES * done / total;
        if (tenth > printed) {
            printed = tenth;
            err.printf(Locale.ROOT, "%s: %,d of %,d learners%n", name, done, total);
            err.flush();
        }
        return true;
    }
}
