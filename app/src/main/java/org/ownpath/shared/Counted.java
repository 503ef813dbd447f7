package org.ownpath.shared;

/** How many of something, in words: "1 student", "1,200 students". */
public final class Counted {

    private Counted() {}

    /** The number and its word, which takes an s for more than one. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** The number and the word that goes with it: "1 competency", "3 competencies". */
    public static String of(long count, String one, String many) {
        return Figures.of(count) + " " + word(count, one, many);
    }

    /** The word alone, where the number stands elsewhere: "is" or "are". */
    public static String word(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
