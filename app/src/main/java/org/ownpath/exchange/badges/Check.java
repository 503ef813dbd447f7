package org.ownpath.exchange.badges;

/**
 * One thing that was looked at, and what was found.
 *
 * @param words a sentence for whoever asks
 */
public record Check(Finding finding, String words) {

    /** What a look can give. */
    public enum Finding {
        /** As it should be. */
        HOLDS,
        /** Not as it should be. */
        FAILS,
        /** It could not be found out. */
        OPEN
    }

    static Check holds(String words) {
        return new Check(Finding.HOLDS, words);
    }

    static Check fails(String words) {
        return new Check(Finding.FAILS, words);
    }

    static Check open(String words) {
        return new Check(Finding.OPEN, words);
    }
}
