package org.ownpath.launch;

/** The product cannot start for a reason that whoever starts it can remedy: the message is one line that says how. */
final class CannotStart extends RuntimeException {

    CannotStart(String lineWithRemedy) {
        super(lineWithRemedy);
    }

    CannotStart(String lineWithRemedy, Throwable cause) {
        super(lineWithRemedy, cause);
    }
}
