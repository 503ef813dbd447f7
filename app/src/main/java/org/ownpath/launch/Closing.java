package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** What happens when the process is asked to end, in this order: no newcomers, the app drained, the database stopped. */
final class Closing implements Runnable {

    private Optional<EmbeddedPostgres> database = Optional.empty();
    private Optional<ConfigurableApplicationContext> app = Optional.empty();
    private boolean begun;

    synchronized EmbeddedPostgres atLast(EmbeddedPostgres started) {
        database = Optional.of(started);
        return started;
    }

    synchronized void first(ConfigurableApplicationContext starting) {
        app = Optional.of(starting);
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized void openAt(String pages) throws IOException {
        if (!begun && database.isPresent()) {
            database.get().openAt(pages);
        }
    }

    @Override
    public void run() {
        Begun what = begin();
        what.database.ifPresent(Closing::refuseNewcomers);
        try {
            what.app.ifPresent(ConfigurableApplicationContext::close);
        } finally {
            what.database.ifPresent(EmbeddedPostgres::close);
        }
    }

    private record Begun(Optional<ConfigurableApplicationContext> app, Optional<EmbeddedPostgres> database) {}

    private synchronized Begun begin() {
        begun = true;
        return new Begun(app, database);
    }

    private static void refuseNewcomers(EmbeddedPostgres database) {
        try {
            database.stopping();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
