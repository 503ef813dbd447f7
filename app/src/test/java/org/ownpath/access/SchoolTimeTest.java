package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.ownpath.shared.DistrictId;

class SchoolTimeTest {

    private static final long FROM_2015 = 1_420_070_400;
    private static final long TO_2040 = 2_208_988_800L;

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(TimeZones.all());
    }

    private static void in(String zone, Runnable work) {
        DistrictId district = DistrictId.next();
        SchoolTime.learn(Map.of(district, ZoneId.of(zone)));
        DistrictScope.run(district, work);
    }

    @Property(tries = 300)
    void a_moment_lies_in_its_day_wherever_the_clock_hangs(
            @ForAll("zones") String zone, @ForAll @LongRange(min = FROM_2015, max = TO_2040) long second) {
        Instant moment = Instant.ofEpochSecond(second);
        in(zone, () -> {
            LocalDate day = SchoolTime.day(moment);
            assertThat(moment).isAfterOrEqualTo(SchoolTime.start(day)).isBefore(SchoolTime.start(day.plusDays(1)));
            assertThat(SchoolTime.day(SchoolTime.start(day))).isEqualTo(day);
        });
    }

    @Property(tries = 300)
    void an_hour_that_was_typed_is_read_as_it_was_typed_unless_the_clocks_were_changed_in_it(
            @ForAll("zones") String zone, @ForAll @LongRange(min = FROM_2015, max = TO_2040) long second) {
        Instant moment = Instant.ofEpochSecond(second);
        in(zone, () -> {
            Instant back = SchoolTime.at(SchoolTime.local(moment));
            assertThat(Duration.between(moment, back).abs()).isLessThanOrEqualTo(Duration.ofHours(1));
            assertThat(SchoolTime.local(back)).isEqualTo(SchoolTime.local(moment));
        });
    }

    @Property(tries = 1)
    void outside_of_any_district_it_is_utc() {
        assertThat(SchoolTime.zone()).isEqualTo(ZoneOffset.UTC);
    }
}
