package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a district: the boundary that no record crosses. */
public record DistrictId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static DistrictId next() {
        return new DistrictId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static DistrictId of(String text) {
        return new DistrictId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
