package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.TimeZones;
import org.ownpath.access.Viewer;
import org.ownpath.portal.Dates;
import org.ownpath.shared.AsOf;
import org.springframework.beans.factory.annotation.Autowired;

/** Each district reads days and hours by a clock of its own. */
class SchoolClockTest extends SchoolTest {

    private static final String IRENE = "irene.castellan@southfield.example";
    private static final Instant LATE_IN_LONDON = Instant.parse("2026-05-01T21:30:00Z");

    @Autowired
    TimeZones zones;

    @Autowired
    MovableClock clock;

    private void hang(String zone) {
        Viewer irene = viewer(IRENE);
        as(irene, () -> {
            zones.choose(irene, ZoneId.of(zone));
            return true;
        });
    }

    private <T> T inSouthfield(Supplier<T> work) {
        return as(viewer(IRENE), work);
    }

    @AfterEach
    void asBefore() {
        clock.goOn();
        hang("UTC");
    }

    @Test
    void a_day_is_the_one_on_the_wall_of_its_school_and_nowhere_else() {
        hang("Pacific/Auckland");
        assertThat(inSouthfield(() -> Dates.withTime(LATE_IN_LONDON))).isEqualTo("Saturday 2 May 2026, 09:30");
        assertThat(as(viewer("gwen.abernathy@northside.example"), () -> Dates.withTime(LATE_IN_LONDON)))
                .isEqualTo("Friday 1 May 2026, 21:30");
    }

    @Test
    void today_and_the_end_of_a_day_follow_the_clock() {
        hang("Pacific/Auckland");
        clock.stopAt(LATE_IN_LONDON);
        LocalDate second = LocalDate.of(2026, 5, 2);
        assertThat(inSouthfield(() -> LocalDate.now(clock))).isEqualTo(second);
        assertThat(inSouthfield(() -> AsOf.endOf(second, clock).earlier()))
                .as("it is still the second there")
                .isEmpty();
        assertThat(inSouthfield(() -> AsOf.endOf(second.minusDays(1), clock).earlier()))
                .hasValueSatisfying(end -> assertThat(end).isBefore(LATE_IN_LONDON));
    }

    @Test
    void another_copy_of_the_product_learns_of_it_from_the_database() {
        asOwner("update access.district set zone = 'America/Denver' where slug = 'southfield'");
        zones.learn();
        assertThat(inSouthfield(SchoolTime::zone)).isEqualTo(ZoneId.of("America/Denver"));
    }

    @Test
    void only_an_administrator_sets_it() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThatThrownBy(() -> as(gwen, () -> {
                    zones.choose(gwen, ZoneId.of("Asia/Tokyo"));
                    return true;
                }))
                .isInstanceOf(NotAllowed.class);
        assertThat(TimeZones.named("Middle/Earth")).isEmpty();
    }
}
