package org.ownpath.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;

/** What support has led to, and for whom. */
class WorkedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    private static Plan closed(String subject, @Nullable SignalKind signal, PlanOutcome outcome) {
        return new Plan(
                PlanId.next(),
                new StudentId(new UUID(0, 1)),
                new Plan.Agreement(
                        subject,
                        List.of(),
                        Optional.ofNullable(signal),
                        2,
                        SupportKind.TUTORING,
                        "To get it",
                        List.of("Draw it"),
                        PersonId.next(),
                        LocalDate.of(2026, 11, 1)),
                new Plan.Baseline(0, Optional.empty()),
                PersonId.next(),
                NOW,
                Optional.of(new Plan.Closing(outcome, 1, "Done", PersonId.next(), NOW)));
    }

    private static List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            plans.add(closed("Reading", SignalKind.STUCK, n < 9 ? PlanOutcome.MASTERED : PlanOutcome.SAME));
        }
        plans.add(closed("Writing", SignalKind.STALLED, PlanOutcome.GROWING));
        plans.add(closed("Writing", null, PlanOutcome.NOT_RECHECKED));
        return plans;
    }

    @Test
    void for_whom_it_worked_is_told_with_a_range_and_only_where_there_are_enough() {
        List<Worked> bySubject = Worked.of(plans(), Worked.By.SUBJECT);
        assertThat(bySubject).extracting(Worked::what).containsExactly("Reading", "Writing");
        assertThat(bySubject.get(0).helped()).hasValueSatisfying(share -> {
            assertThat(share.value()).isEqualTo(0.75);
            assertThat(share.low()).isBetween(0.4, 0.5);
            assertThat(share.high()).isBetween(0.9, 0.95);
        });
        assertThat(bySubject.get(1).helped()).isEmpty();
        assertThat(bySubject.get(1).rechecked()).isEqualTo(1);
    }

    @Test
    void what_was_noticed_tells_plans_apart_and_every_plan_is_in_one_line() {
        for (Worked.By by : Worked.By.values()) {
            assertThat(Worked.of(plans(), by).stream().mapToInt(Worked::closed).sum())
                    .isEqualTo(14);
        }
        assertThat(Worked.of(plans(), Worked.By.NOTICED))
                .extracting(Worked::what)
                .containsExactly("Stuck", "Nothing; agreed without a signal", "Stalled");
        assertThat(Worked.of(plans(), Worked.By.KIND)).hasSize(SupportKind.values().length);
    }
}
