package org.ownpath.credential;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every graduation plan of a district, newest first. */
public record PlanBook(List<GraduationPlan> plans) {

    /** Sorted by when they take effect and were adopted, newest first. */
    public PlanBook {
        plans = plans.stream()
                .sorted(Comparator.comparing(GraduationPlan::effectiveFrom)
                        .thenComparing(plan -> plan.id().value())
                        .reversed())
                .toList();
    }

    /** The plan that holds on a day. */
    public Optional<GraduationPlan> inForce(LocalDate day) {
        return plans.stream().filter(plan -> !plan.effectiveFrom().isAfter(day)).findFirst();
    }
}
