package org.ownpath.access.privacy;

import java.util.List;

/** What a room keeps about people. Every room with such a table has one. */
public interface KeepsAbout {

    /** The room's tables about people, in the order in which they are told. */
    List<KeptTable> tables();

    /**
     * The room's own statement that makes it forget who a person was, on {@code :person} and {@code :account}, and
     * keeps what is counted. Empty where nothing of the room says who somebody is.
     */
    default String forget() {
        return "";
    }
}
