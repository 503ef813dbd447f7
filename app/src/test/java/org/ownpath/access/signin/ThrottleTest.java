package org.ownpath.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThrottleTest extends SchoolTest {

    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    JdbcClient database;

    private final String name = UUID.randomUUID().toString();
    private final String home = UUID.randomUUID().toString();
    private final String elsewhere = UUID.randomUUID().toString();

    /** As a process started at this moment would see it. */
    private Throttle at(Duration afterNoon) {
        return new Throttle(database, Clock.fixed(noon.plus(afterNoon), ZoneOffset.UTC));
    }

    @BeforeEach
    void five_failures_at_home() {
        for (int minute = 0; minute < 5; minute++) {
            at(Duration.ofMinutes(minute)).failed(new Throttle.Try(name, home));
        }
    }

    @Test
    void after_five_failures_the_door_says_how_long_it_stays_closed_also_after_a_restart() {
        assertThat(at(Duration.ofMinutes(5)).wait(new Throttle.Try(name, home))).contains(Duration.ofMinutes(10));
    }

    @Test
    void it_opens_by_itself_when_the_oldest_failure_is_a_quarter_of_an_hour_old() {
        assertThat(at(Duration.ofMinutes(15)).wait(new Throttle.Try(name, home)))
                .isEmpty();
    }

    @Test
    void somebody_who_guesses_from_elsewhere_does_not_close_the_door_at_home() {
        assertThat(at(Duration.ofMinutes(5)).wait(new Throttle.Try(name, elsewhere)))
                .isEmpty();
    }

    @Test
    void many_places_that_guess_one_name_together_close_it_for_a_while() {
        for (int place = 0; place < 25; place++) {
            at(Duration.ofMinutes(5)).failed(new Throttle.Try(name, elsewhere + place));
        }
        assertThat(at(Duration.ofMinutes(6)).wait(new Throttle.Try(name, elsewhere)))
                .isPresent();
    }

    @Test
    void one_place_that_guesses_many_names_is_closed() {
        for (int i = 0; i < Throttle.FROM_ONE_ADDRESS; i++) {
            at(Duration.ofMinutes(5)).failed(new Throttle.Try(name + i, elsewhere));
        }
        assertThat(at(Duration.ofMinutes(6)).wait(new Throttle.Try("another", elsewhere)))
                .isPresent();
    }

    @Test
    void a_name_is_the_same_however_it_is_typed() {
        assertThat(at(Duration.ofMinutes(5))
                        .wait(new Throttle.Try(" " + name.toUpperCase(java.util.Locale.ROOT) + " ", home)))
                .isPresent();
    }

    @Test
    void whoever_the_school_lets_in_is_forgiven_everywhere() {
        at(Duration.ofMinutes(5)).forgive(name);
        assertThat(at(Duration.ofMinutes(5)).wait(new Throttle.Try(name, home))).isEmpty();
    }
}
