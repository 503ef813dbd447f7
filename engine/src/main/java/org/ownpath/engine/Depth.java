package org.ownpath.engine;

import java.util.Optional;

/** How deep the understanding had to be, from shallow to deep; the order of the constants is meant. */
public enum Depth implements Coded {
    RECALL("recall", "recalling"),
    APPLY("apply", "applying"),
    CREATE("create", "creating");

    private final String words;
    private final String doing;

    Depth(String words, String doing) {
        this.words = words;
        this.doing = doing;
    }

    @Override
    public String words() {
        return words;
    }

    /** The form that follows "the depth of": "applying". */
    public String doing() {
        return doing;
    }

    /** Whether this is the other depth or a deeper one. */
    public boolean atLeast(Depth other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Depth> ofCode(String code) {
        return Coded.find(Depth.class, code);
    }
}
