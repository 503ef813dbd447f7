package org.ownpath.messages;

import java.util.Arrays;
import java.util.Locale;

/** What a notice is about. */
public enum NoticeKind {
    /** The evidence gives a new reason to see a student. */
    NEEDS_YOU,
    /** A plan of support was agreed. */
    PLAN_OPENED,
    /** A plan of support was closed. */
    PLAN_CLOSED,
    /** A student has mastered something. */
    MASTERED,
    /** A student was given a badge. */
    BADGE_GIVEN,
    /** A teacher asks a student to show something. */
    INVITED,
    /** The school has answered who asked that a record be corrected. */
    CORRECTION_ANSWERED,
    /** A student asks to show something. */
    SHOWING_ASKED,
    /** A student's request was answered, or has a result. */
    SHOWING_ANSWERED,
    /** A colleague gives somebody else's work to score, or two scores of it wait for a decision. */
    GIVEN_TO_SCORE,
    /** A time for showing something was booked, moved or cancelled. */
    SHOWING_TIME;

    /** Whether it is for those who teach only. */
    public boolean forStaff() {
        return this == NEEDS_YOU || this == SHOWING_ASKED || this == GIVEN_TO_SCORE;
    }

    /** Whether its words name no student: a second scorer need not be one who may see them. */
    boolean namesNobody() {
        return this == GIVEN_TO_SCORE;
    }

    /** As the database, forms and language files name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown kind of notice '" + code + "'"));
    }
}
