package org.ownpath.launch.backup;

/** A backup cannot be made or read for a reason that whoever asked can remedy: the message is one line that says how. */
public final class BackupRefused extends RuntimeException {

    /** The line, with its remedy. */
    public BackupRefused(String lineWithRemedy) {
        super(lineWithRemedy);
    }

    BackupRefused(String lineWithRemedy, Throwable cause) {
        super(lineWithRemedy, cause);
    }
}
