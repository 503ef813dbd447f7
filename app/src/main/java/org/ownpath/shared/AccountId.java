package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names an account that can sign in. */
public record AccountId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static AccountId next() {
        return new AccountId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
