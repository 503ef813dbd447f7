package org.ownpath.credential;

import java.time.LocalDate;
import java.util.List;

/**
 * What graduating takes.
 *
 * @param effectiveFrom the first day that it holds
 * @param reason why it was adopted, in words for those who ask later
 */
public record GraduationPlan(
        PlanId id, String title, LocalDate effectiveFrom, String reason, List<Requirement> requirements) {

    /** The most requirements that a plan may have: more is not read by anybody. */
    public static final int MOST_REQUIREMENTS = 30;

    /** Keeps its own copy. */
    public GraduationPlan {
        requirements = List.copyOf(requirements);
    }
}
