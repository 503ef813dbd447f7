package org.ownpath.assessment.items.question;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of questions. */
public enum Kind {
    CHOICE("choice", "Choice", "One of several answers is right"),
    MULTIPLE("multiple", "Multiple response", "Several of the answers are right"),
    TEXT("text", "Short answer", "A number, a formula or a word is typed"),
    INLINE("inline", "Inline choice", "Gaps in a text, each with a list to pick from"),
    MATCH("match", "Match", "Each thing on the left belongs to one on the right"),
    ORDER("order", "Order", "Things are put in order"),
    HOTTEXT("hottext", "Hot text", "Words of a text are marked"),
    HOTSPOT("hotspot", "Graphic choice", "Places on a picture are marked"),
    EXTENDED("extended", "Extended text", "A longer answer that a teacher scores");

    private final String code;
    private final String words;
    private final String about;

    Kind(String code, String words, String about) {
        this.code = code;
        this.words = words;
        this.about = about;
    }

    /** As addresses and the database name it. */
    public String code() {
        return code;
    }

    /** As a teacher names it. */
    public String words() {
        return words;
    }

    /** What it asks of a student. */
    public String about() {
        return about;
    }

    /** The kind with this code. */
    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
