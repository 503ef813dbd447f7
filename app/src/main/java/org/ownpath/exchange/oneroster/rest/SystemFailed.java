package org.ownpath.exchange.oneroster.rest;

/** A connected system did not do what it was asked; the message says what to do. Kept with the run, never shown as an error. */
final class SystemFailed extends RuntimeException {
    private final boolean refused;

    SystemFailed(String why) {
        this(why, false);
    }

    SystemFailed(String why, boolean refused) {
        super(why);
        this.refused = refused;
    }

    /** Whether the system answered, and does not have this or does not let us see it. */
    boolean refused() {
        return refused;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
