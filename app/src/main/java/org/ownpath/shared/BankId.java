package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names an item bank. */
public record BankId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static BankId next() {
        return new BankId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static BankId of(String text) {
        return new BankId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
