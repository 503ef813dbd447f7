package org.ownpath.portal.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ownpath.pathway.Forecast;

/**
 * A forecast on a canvas of 520 by 110: days to the right, the band of what is likely, and the flag of the wanted day.
 *
 * @param early where the band begins
 * @param likely where its middle is
 * @param late where it ends
 * @param wanted where the flag stands
 */
public record ForecastPicture(long early, long likely, long late, long wanted, boolean wantedRight) {

    private static final int LEFT = 20;
    private static final int RIGHT = 500;
    private static final int MIDDLE = 260;

    static ForecastPicture of(Forecast forecast, LocalDate wanted) {
        LocalDate last = forecast.late().isAfter(wanted) ? forecast.late() : wanted;
        double days = Math.max(1, ChronoUnit.DAYS.between(forecast.today(), last));
        long flag = x(forecast.today(), wanted, days);
        return new ForecastPicture(
                x(forecast.today(), forecast.early(), days),
                x(forecast.today(), forecast.likely(), days),
                x(forecast.today(), forecast.late(), days),
                flag,
                flag > MIDDLE);
    }

    private static long x(LocalDate today, LocalDate day, double days) {
        long ahead = Math.max(0, ChronoUnit.DAYS.between(today, day));
        return LEFT + Math.round((RIGHT - LEFT) * ahead / days);
    }

    /** How wide the band is, at least so wide that it can be seen. */
    public long width() {
        return Math.max(4, late - early);
    }
}
