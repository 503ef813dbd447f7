package org.ownpath.shared;

/**
 * One thing that an import would change, in words for whoever decides.
 *
 * @param kind whether it adds, changes or ends something
 * @param what the sort of thing: "student", "group", "competency"
 * @param label its name
 * @param detail what changes, or empty
 */
public record Change(Kind kind, String what, String label, String detail) {

    /** Whether something begins, changes or ends, or is in the file and cannot be taken. */
    public enum Kind {
        ADD("new", "new"),
        CHANGE("changes", "different"),
        END("ends", "ending"),
        SKIP("cannot be taken", "that cannot be taken");

        private final String ofOne;
        private final String counted;

        Kind(String ofOne, String counted) {
            this.ofOne = ofOne;
            this.counted = counted;
        }

        /** What is said of one: "new". */
        public String ofOne() {
            return ofOne;
        }

        /** What follows their number: "2 different". */
        public String counted() {
            return counted;
        }
    }
}
