package org.ownpath.portal.documents;

import java.time.Duration;
import java.time.Instant;

/**
 * What a progress report is asked for.
 *
 * @param bySubject a line for each subject, or else one for each competency
 * @param days how far back it looks
 */
public record Asked(boolean bySubject, int days) {

    private static final int MOST_DAYS = 2000;

    /** As an address says it; what it does not say is by subject over ninety days. */
    static Asked of(String grain, int days) {
        return new Asked(!grain.equals("competency"), Math.max(1, Math.min(MOST_DAYS, days)));
    }

    /** The first moment that it looks at. */
    public Instant since(Instant asOf) {
        return asOf.minus(Duration.ofDays(days));
    }

    /** The same in an address. */
    public String query() {
        return "?grain=" + (bySubject ? "subject" : "competency") + "&days=" + days;
    }
}
