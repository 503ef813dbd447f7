package org.ownpath.assessment;

import java.util.Locale;

/** Where a demonstration is on its way from the request to the result. */
public enum Stage {
    REQUESTED("waiting for an answer", "Your teacher will answer. You can take the request back until then."),
    TIME_PROPOSED("another time proposed", "Your teacher proposes another time. Say whether it suits you."),
    PRACTISING("practice first", "Do what your teacher suggests, then ask again."),
    AGREED("agreed", "Show it at the agreed time, or hand in your work."),
    HANDED_IN(
            "waiting to be scored",
            "Your work is with your teacher. You can hand in a better version until it is scored."),
    TO_MODERATE("scored twice", "Two people have looked at your work. Your teacher puts the two together."),
    SCORED("scored", "Read what you showed and what to do next."),
    DECLINED("declined", "Read why, and ask in another way or for something else."),
    WITHDRAWN("taken back", "You took this request back. You can ask again at any time.");

    private final String words;
    private final String next;

    Stage(String words, String next) {
        this.words = words;
        this.next = next;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** What the student can do now. */
    public String next() {
        return next;
    }

    /** Whether it still goes on. */
    public boolean open() {
        return this != SCORED && this != DECLINED && this != WITHDRAWN;
    }

    /** Whether the assessor has to answer. */
    public boolean asksForAnswer() {
        return this == REQUESTED;
    }

    /** Whether somebody has to score. */
    public boolean asksForScore() {
        return this == HANDED_IN || this == TO_MODERATE;
    }

    /** As the database keeps it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
