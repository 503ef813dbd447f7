package org.ownpath.access;

/** About whom a role may do something. */
public enum Reach {
    /** Nobody in particular: an address that needs no sign-in. */
    ANYBODY("anybody"),
    /** Themselves, and what is their own. */
    ONESELF("themselves"),
    /** The children in their care whom they may see. */
    OWN_CHILDREN("their own children"),
    /** The students of the groups that they teach, advise, or stand in for today. */
    OWN_STUDENTS("their own students"),
    /** Everybody and everything of the district. */
    DISTRICT("the whole district");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    /** As the table of permissions says it. */
    public String words() {
        return words;
    }
}
