package org.ownpath.exchange.oneroster.rest;

/** A connected system did not do what it was asked; the message says what to do. Kept with the run, never shown as an error. */
final class SystemFailed extends RuntimeException {
    SystemFailed(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
