package org.ownpath.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ownpath.policy.SchoolYear;

/** The grade that birthdays alone would give. */
class BesideBirthdayTest {

    @ParameterizedTest
    @CsvSource({
        "2015-09-01, 2026-11-28, 6",
        "2015-09-02, 2026-11-28, 5",
        "2015-09-01, 2026-08-31, 5",
        "2021-09-01, 2026-09-01, 0",
        "2024-01-01, 2026-11-28, 0",
        "2001-01-01, 2026-11-28, 12"
    })
    void whoever_is_five_when_the_school_year_begins_would_be_in_kindergarten(
            LocalDate born, LocalDate today, int level) {
        assertThat(BesideBirthday.level(born, new SchoolYear(Month.SEPTEMBER).begunBy(today)))
                .isEqualTo(level);
    }

    @Test
    void the_difference_is_said_in_levels() {
        assertThat(line(7).difference()).isEqualTo("1 level further on");
        assertThat(line(6).difference()).isEqualTo("the same");
        assertThat(line(4).difference()).isEqualTo("2 levels behind it");
    }

    private static BesideBirthday.Line line(int works) {
        return new BesideBirthday.Line("Mathematics", works, 6, 8, 9);
    }
}
