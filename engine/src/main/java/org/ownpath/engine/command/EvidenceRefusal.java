package org.ownpath.engine.command;

import java.nio.file.Path;

/** A row of evidence that cannot be read: file, line, column, the value and the remedy. */
final class EvidenceRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvidenceRefusal(Path file, long line, String column, String problemAndRemedy) {
        super(file + ", line " + line + ", column '" + column + "': " + problemAndRemedy);
    }
}
