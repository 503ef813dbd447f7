package org.ownpath.engine.simulate;

/** A file of a knowledge structure cannot be read. The message names the line, the value and the remedy. */
public final class StructureFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StructureFormatException(long line, String problem) {
        super("Line " + line + ": " + problem);
    }

    StructureFormatException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
