package org.ownpath.northside;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Adoption;
import org.ownpath.credential.CompetencySet;
import org.ownpath.credential.Demand;
import org.ownpath.credential.GraduationPlan;
import org.ownpath.credential.GraduationPlans;
import org.ownpath.credential.PlanId;
import org.ownpath.credential.Requirement;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;

/** What the school has written down about graduating. */
final class SchoolRecords {

    private SchoolRecords() {}

    static void adoptPlan(GraduationPlans plans, Viewer setUp, Instant now) {
        GraduationPlan plan = new GraduationPlan(
                PlanId.next(),
                "Ready for what comes after",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                "A diploma should say what its owner can do. Families, teachers and employers in town wrote this list "
                        + "with us.",
                requirements());
        if (plans.adopt(setUp, plan) instanceof Adoption.Refused refused) {
            throw new IllegalStateException("The seed's graduation plan is refused: " + refused.problems());
        }
    }

    private static List<Requirement> requirements() {
        Optional<Form> anyForm = Optional.empty();
        return List.of(
                mastered("Mathematics that everybody uses", "Mathematics", 9, 10, 16),
                mastered("Mathematics of your choice", "Mathematics", 11, 12, 8),
                mastered("Reading", "Reading", 9, 12, 16),
                mastered("Writing", "Writing", 9, 12, 16),
                mastered("Science practice", "Science practice", 9, 12, 12),
                any("Put to use", 9, 20, new Demand(Optional.of(Depth.APPLY), anyForm)),
                any("Performance tasks", 9, 10, new Demand(Optional.empty(), Optional.of(Form.PERFORMANCE_TASK))),
                any("Made by yourself", 11, 6, new Demand(Optional.of(Depth.CREATE), anyForm)),
                mastered("Habits of a good colleague", "Habits", 8, 12, 8));
    }

    private static Requirement mastered(String title, String subject, int lowest, int highest, int needed) {
        return new Requirement(title, new CompetencySet(Optional.of(subject), lowest, highest), needed, Demand.NONE);
    }

    private static Requirement any(String title, int lowest, int needed, Demand demand) {
        return new Requirement(title, new CompetencySet(Optional.empty(), lowest, 12), needed, demand);
    }
}
