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
    /** A teacher asks a student to show something. */
    INVITED,
    /** The school has answered who asked that a record be corrected. */
    CORRECTION_ANSWERED,
    /** A student asks to show something. */
    SHOWING_ASKED,
    /** A student's request was answered, or has a result. */
    SHOWING_ANSWERED,
    /** A time for showing something was booked, moved or cancelled. */
    SHOWING_TIME;

    /** Whether it is for those who teach only. */
    public boolean forStaff() {
        return this == NEEDS_YOU || this == SHOWING_ASKED;
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
