package org.ownpath.shared;

/** Told how far long work has come; may stop it by throwing {@link Cancelled}. */
@FunctionalInterface
public interface Progress {

    /** Nobody is watching. */
    Progress SILENT = (phase, done, total) -> {};

    /**
     * Work has come this far.
     *
     * @param phase in words: "Reading", "Checking", "Writing"
     * @param done pieces done
     * @param total pieces in all, or a negative number while it is not known
     */
    void at(String phase, long done, long total);

    /** Thrown into the work when somebody has asked for it to stop: nothing of it remains. */
    final class Cancelled extends RuntimeException {
        /** The work was cancelled. */
        public Cancelled() {
            super("Cancelled");
        }
    }
}
