package org.ownpath.assessment.items;

import java.util.List;
import org.ownpath.shared.OfferId;

/** What becomes of a test that a teacher wants to offer. */
public sealed interface Offered {

    /** The group sees it. */
    record Open(OfferId id) implements Offered {}

    /** It cannot be offered; each reason has the remedy. */
    record Refused(List<String> reasons) implements Offered {
        /** Keeps a copy. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
