package org.ownpath.access;

/** The viewer may not do this. The message says what, in words for the viewer. */
public final class NotAllowed extends RuntimeException {

    /** With a message for the viewer. */
    public NotAllowed(String message) {
        super(message);
    }
}
