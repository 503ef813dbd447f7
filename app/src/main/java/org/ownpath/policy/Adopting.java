package org.ownpath.policy;

import java.util.List;

/** What became of a draft that somebody wanted to adopt. */
public sealed interface Adopting {

    /** It is adopted. */
    record Done(Adoption adoption) implements Adopting {}

    /** Nothing was adopted, for these reasons, each with its remedy. */
    record Refused(List<String> reasons) implements Adopting {

        /** Keeps its own copy. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
