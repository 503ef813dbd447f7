package org.ownpath.exchange.badges;

import java.util.List;

/** What came of checking a credential. */
public sealed interface Verdict {

    /** It is no credential that is read here; the reason says what to do. */
    record Unreadable(String why) implements Verdict {}

    /**
     * It was read, and checked.
     *
     * @param content what it says, as it lies in the file
     */
    record Checked(Claim claim, List<Check> checks, String content) implements Verdict {

        /** Keeps its own copy. */
        public Checked {
            checks = List.copyOf(checks);
        }

        /** Whether everything is as it should be. */
        public boolean valid() {
            return checks.stream().allMatch(check -> check.finding() == Check.Finding.HOLDS);
        }

        /** Whether something is not as it should be. */
        public boolean refused() {
            return checks.stream().anyMatch(check -> check.finding() == Check.Finding.FAILS);
        }
    }
}
