package org.ownpath.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often somebody gets an e-mail about what they have not read. */
public enum MailPace {
    /** Within a minute, outside of the quiet hours. */
    AT_ONCE,
    /** Every afternoon. */
    DAILY,
    /** On Friday afternoons. */
    WEEKLY,
    /** Not at all. */
    NEVER;

    /** As the database, forms and language files name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The pace that a code names. */
    public static Optional<MailPace> ofCode(String code) {
        return Arrays.stream(values()).filter(pace -> pace.code().equals(code)).findFirst();
    }
}
