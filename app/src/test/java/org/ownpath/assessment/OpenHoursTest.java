package org.ownpath.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** How open hours are cut into times. */
class OpenHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant SUNDAY = Instant.parse("2026-03-01T12:00:00Z");

    private static OpenHours hours(int minutes, int weeks, LocalTime until) {
        return new OpenHours(MONDAY, LocalTime.of(14, 0), until, minutes, weeks, "Room 12");
    }

    @Test
    void an_hour_in_two_weeks_is_three_times_of_twenty_minutes_in_each() {
        OpenHours hours = hours(20, 2, LocalTime.of(15, 0));
        assertThat(hours.problems(SUNDAY)).isEmpty();
        assertThat(hours.spans())
                .extracting(span -> span.begins().toString())
                .containsExactly(
                        "2026-03-02T14:00:00Z",
                        "2026-03-02T14:20:00Z",
                        "2026-03-02T14:40:00Z",
                        "2026-03-09T14:00:00Z",
                        "2026-03-09T14:20:00Z",
                        "2026-03-09T14:40:00Z");
        assertThat(hours.spans().get(5).ends()).isEqualTo("2026-03-09T15:00:00Z");
    }

    @Test
    void what_is_left_of_the_hours_is_no_time() {
        assertThat(hours(25, 1, LocalTime.of(15, 0)).spans()).hasSize(2);
    }

    @Test
    void hours_without_room_too_many_or_past_are_refused_with_the_remedy() {
        assertThat(hours(90, 1, LocalTime.of(15, 0)).problems(SUNDAY))
                .singleElement()
                .asString()
                .contains("no room for 90 minutes");
        assertThat(hours(20, 1, LocalTime.of(13, 0)).problems(SUNDAY))
                .singleElement()
                .asString()
                .contains("Choose a later end");
        assertThat(hours(2, 99, LocalTime.of(15, 0)).problems(SUNDAY)).hasSize(2);
        assertThat(hours(5, 20, LocalTime.of(16, 0)).problems(SUNDAY))
                .singleElement()
                .asString()
                .contains("More than 200");
        assertThat(hours(20, 1, LocalTime.of(15, 0)).problems(SUNDAY.plusSeconds(3 * 86_400)))
                .singleElement()
                .asString()
                .contains("have passed");
    }
}
