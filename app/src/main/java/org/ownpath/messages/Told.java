package org.ownpath.messages;

/** A notice in its reader's words. */
public record Told(Notice notice, String words) {

    /** Whether it was read before. */
    public boolean read() {
        return notice.readAt().isPresent();
    }
}
