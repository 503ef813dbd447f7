package org.ownpath.exchange;

import java.util.regex.Pattern;

/** What may be noted of a message from elsewhere: a few hundred characters, without addresses of people. */
public final class WithoutPeople {

    private static final int LONGEST = 400;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s'\"]+@[^\\s'\"]+");

    private WithoutPeople() {}

    /** The words, without what might name somebody. */
    public static String in(String words) {
        String told = ADDRESS.matcher(words.replace("\0", "")).replaceAll("…");
        return told.length() > LONGEST ? told.substring(0, LONGEST) + "…" : told;
    }
}
