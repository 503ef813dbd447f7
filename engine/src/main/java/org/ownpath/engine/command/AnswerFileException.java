package org.ownpath.engine.command;

/** A file of answers that cannot be used as it is; the message names file, line, column and remedy. */
final class AnswerFileException extends RuntimeException {

    AnswerFileException(String message) {
        super(message);
    }
}
