package org.ownpath.assessment.items;

import java.util.List;
import org.ownpath.shared.ItemId;

/** What became of a question that was written or changed. */
public sealed interface Saved {

    /** It is in the bank. */
    record Kept(ItemId id) implements Saved {}

    /** It cannot be kept; each reason has the remedy. */
    record Refused(List<String> reasons) implements Saved {
        /** Keeps a copy. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
