package org.ownpath.exchange.xapi.rules;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a rule of evidence. */
public record EvidenceRuleId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static EvidenceRuleId next() {
        return new EvidenceRuleId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static EvidenceRuleId of(String text) {
        return new EvidenceRuleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
