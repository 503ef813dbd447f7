package org.ownpath.engine;

/** A rule's JSON cannot be read. The message names the place, the value and the remedy. */
public final class RuleFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    RuleFormatException(String path, String problem, String remedy) {
        super(path + ": " + problem + " " + remedy);
        this.path = path;
    }

    RuleFormatException(String path, String problem, String remedy, Throwable cause) {
        super(path + ": " + problem + " " + remedy, cause);
        this.path = path;
    }

    /** Where in the document, such as {@code requirements.threshold}; {@code rule} for the whole. */
    public String path() {
        return path;
    }
}
