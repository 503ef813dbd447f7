package org.ownpath.exchange.badges;

import java.util.List;
import java.util.Optional;

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
            return objection().isEmpty();
        }

        /** The first thing that is not as it should be, or could not be found out. */
        public Optional<Check> objection() {
            return checks.stream()
                    .filter(check -> check.finding() != Check.Finding.HOLDS)
                    .findFirst();
        }

        /** Whether something is not as it should be. */
        public boolean refused() {
            return checks.stream().anyMatch(check -> check.finding() == Check.Finding.FAILS);
        }
    }
}
