package org.ownpath.access;

import java.time.Instant;

/** What came of recomputing a district's chain of seals. */
public sealed interface AuditCheck {

    /** In a sentence. */
    String words();

    /**
     * Every entry is as it was sealed.
     *
     * @param head the last seal: whoever keeps it elsewhere sees later whether everything up to it still stands
     */
    record Whole(long entries, String head) implements AuditCheck {
        @Override
        public String words() {
            return entries == 0
                    ? "Nothing is on the trail yet."
                    : "All " + entries + " entries are as they were sealed. The last seal is " + head + ".";
        }
    }

    /** The first entry that does not fit. */
    record Broken(long position, String what) implements AuditCheck {
        @Override
        public String words() {
            return "Entry " + position + " does not fit: " + what;
        }

        static Broken gone(long position, Instant sealedAt) {
            return new Broken(position, "it was sealed on " + sealedAt + " and has been taken out.");
        }

        static Broken changed(long position, AuditEntry entry) {
            return new Broken(
                    position, "'" + entry.deed().action() + "' of " + entry.at() + " is not as it was sealed.");
        }

        static Broken missing(long position) {
            return new Broken(position, "its seal has been taken out.");
        }

        static Broken late(long position, AuditEntry entry) {
            return new Broken(
                    position,
                    "'" + entry.deed().action() + "' says that it is of " + entry.at()
                            + ", but it was put in after entries that are more than an hour younger.");
        }
    }

    /** The seal that was kept elsewhere is not in the chain: its end has been taken off, or all of it replaced. */
    record WithoutHead(String head) implements AuditCheck {
        @Override
        public String words() {
            return "The chain does not hold the seal " + head
                    + ": its end has been taken off, or it has been written anew.";
        }
    }
}
