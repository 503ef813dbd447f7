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
        ADD,
        CHANGE,
        END,
        SKIP
    }
}
