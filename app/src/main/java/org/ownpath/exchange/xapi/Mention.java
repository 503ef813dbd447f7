package org.ownpath.exchange.xapi;

/** Something that a statement names besides its actor, verb, activity and registration, or by another statement. */
record Mention(Kind kind, Key key) {

    /** As what it is named; the number is what the database keeps. */
    enum Kind {
        AGENT(1),
        RELATED_AGENT(2),
        ACTIVITY(3),
        RELATED_ACTIVITY(4),
        VERB(5),
        REGISTRATION(6);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
