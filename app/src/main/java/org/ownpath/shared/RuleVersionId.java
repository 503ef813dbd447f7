package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one adopted version of a mastery rule. */
public record RuleVersionId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static RuleVersionId next() {
        return new RuleVersionId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static RuleVersionId of(String text) {
        return new RuleVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
