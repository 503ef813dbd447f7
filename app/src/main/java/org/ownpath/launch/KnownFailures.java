package org.ownpath.launch;

import java.util.Optional;
import org.ownpath.launch.backup.BackupRefused;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Failures to start that {@link Main} tells in one line; Spring's own report of them is left out. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KnownFailures implements SpringBootExceptionReporter {

    /** The line for a failure, or nothing when it is one that nobody expected. */
    static Optional<String> line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart expected) {
                return Optional.of(String.valueOf(expected.getMessage()));
            }
            if (cause instanceof BackupRefused refused) {
                return Optional.of(String.valueOf(refused.getMessage()));
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port " + taken.getPort() + " is taken by another program. Stop that one, or give "
                        + "Ownpath another port: ./ownpath run --server.port=" + (taken.getPort() + 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean reportException(Throwable failure) {
        return line(failure).isPresent();
    }
}
