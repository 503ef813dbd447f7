package org.ownpath.shared;

import java.util.Locale;

/** Figures as people read them. */
public final class Figures {

    private Figures() {}

    /** With a mark between the thousands: "12,400". */
    public static String of(long figure) {
        return String.format(Locale.ENGLISH, "%,d", figure);
    }
}
