package org.ownpath.assessment.items;

/** What became of an answer that was sent. */
public sealed interface Kept {

    /**
     * It is stored and will stay there.
     *
     * @param last whether it was the last one
     */
    record Stored(int number, boolean last) implements Kept {}

    /** This question has an answer already, which stands. */
    record AlreadyStored(int number) implements Kept {}

    /** Nothing is chosen or typed. */
    record Blank() implements Kept {}

    /** The test has ended. */
    record Over() implements Kept {}

    /** This is not the question that is asked now. */
    record NotAsked() implements Kept {}
}
