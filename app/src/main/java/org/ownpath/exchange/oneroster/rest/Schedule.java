package org.ownpath.exchange.oneroster.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.ownpath.shared.Counted;

/** When a connected system is read without anybody asking. */
public sealed interface Schedule {

    /** The next time after a moment, by the school's clock; empty for never. */
    Optional<Instant> next(Instant after, ZoneId zone);

    /** As a person reads it. */
    String words();

    /** Only when somebody asks. */
    record ByHand() implements Schedule {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "Only when somebody asks for it";
        }
    }

    /** Every so many hours, 1 to 168. */
    record EveryHours(int hours) implements Schedule {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.of(after.plus(Duration.ofHours(hours)));
        }

        @Override
        public String words() {
            return "Every " + Counted.word(hours, "hour", hours + " hours");
        }
    }

    /** Every day at an hour of the school's clock. */
    record DailyAt(LocalTime time) implements Schedule {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            ZonedDateTime today = after.atZone(zone).with(time);
            ZonedDateTime next =
                    today.toInstant().isAfter(after) ? today : today.plusDays(1).with(time);
            return Optional.of(next.toInstant());
        }

        @Override
        public String words() {
            return "Every day at " + time;
        }
    }
}
