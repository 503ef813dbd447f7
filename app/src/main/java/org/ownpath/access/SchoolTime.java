package org.ownpath.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ownpath.shared.DistrictId;

/**
 * Days and hours as the clock on the school's wall shows them: in the time zone of the district that the current thread
 * works for, and in UTC outside of any. Everything that is stored is a moment; a day is worked out here when it is read.
 *
 * <p>The zones of all districts are few and change once in years, so each copy of the product knows them all; {@link
 * TimeZones} keeps them.
 */
public final class SchoolTime {

    private static final Map<DistrictId, ZoneId> ZONES = new ConcurrentHashMap<>();

    private SchoolTime() {}

    /** The zone of the current district. */
    public static ZoneId zone() {
        return DistrictScope.current()
                .map(district -> ZONES.getOrDefault(district, ZoneOffset.UTC))
                .orElse(ZoneOffset.UTC);
    }

    /** The day on which it happened. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** The day and hour at which it happened. */
    public static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone());
    }

    /** When the day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** The moment of this day and hour; of an hour that a change of clocks skips, the one after it. */
    public static Instant at(LocalDateTime local) {
        return local.atZone(zone()).toInstant();
    }

    /** A clock whose days are those of the current district. */
    static Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public ZoneId getZone() {
                return zone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.system(zone);
            }
        };
    }

    static void learn(Map<DistrictId, ZoneId> zones) {
        ZONES.putAll(zones);
    }
}
