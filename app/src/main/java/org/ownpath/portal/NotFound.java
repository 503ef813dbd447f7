package org.ownpath.portal;

/** What was asked for is not there, or not in this district. */
public final class NotFound extends RuntimeException {

    /** With a message for the viewer: what was looked for, and where to look instead. */
    public NotFound(String message) {
        super(message);
    }

    /** Of a student whom nobody has on the roster here. */
    public static NotFound student() {
        return new NotFound("This student is not on the roster. Look among your students.");
    }
}
