package org.ownpath.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. An ordinary user needs nothing; root steps into a user namespace, or, where the
 * kernel forbids those, becomes the user {@code nobody}.
 */
enum Unprivileged {
    AS_IS(""),
    NAMESPACE("unshare -U"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    static Unprivileged onThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return canUse(NAMESPACE) ? NAMESPACE : NOBODY;
    }

    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    void handOver(Path path) {
        if (this == NOBODY) {
            try {
                Files.setAttribute(path, "unix:uid", 65534);
                Files.setAttribute(path, "unix:gid", 65534);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean canUse(Unprivileged way) {
        try {
            Process trial = new ProcessBuilder(concat(way.prefix(), "true"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> concat(List<String> prefix, String program) {
        return java.util.stream.Stream.concat(prefix.stream(), java.util.stream.Stream.of(program))
                .toList();
    }
}
