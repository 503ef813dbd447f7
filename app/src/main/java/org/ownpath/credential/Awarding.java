package org.ownpath.credential;

/** What became of giving a student something. */
public sealed interface Awarding {

    /** The student has it. */
    record Awarded(AwardId award) implements Awarding {}

    /** It was not given; the reason says what to do. */
    record Refused(String reason) implements Awarding {}
}
