package org.ownpath.northside;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Adoption;
import org.ownpath.credential.CompetencySet;
import org.ownpath.credential.Demand;
import org.ownpath.credential.GraduationPlan;
import org.ownpath.credential.GraduationPlans;
import org.ownpath.credential.PlanId;
import org.ownpath.credential.Requirement;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.Sharing;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.roster.Person;

/** What the school has written down about graduating, and to whom its students have shown their records. */
final class SchoolRecords {

    private SchoolRecords() {}

    static void adoptPlan(GraduationPlans plans, Viewer setUp, Instant now) {
        GraduationPlan plan = new GraduationPlan(
                PlanId.next(),
                "Ready for what comes after",
                SchoolTime.day(now),
                "A diploma should say what its owner can do. Families, teachers and employers in town wrote this list "
                        + "with us.",
                requirements());
        if (plans.adopt(setUp, plan) instanceof Adoption.Refused refused) {
            throw new IllegalStateException("The seed's graduation plan is refused: " + refused.problems());
        }
    }

    /** The applications that are under way. */
    static void shareWithColleges(SharedLinks links, Viewer setUp, List<Person> people) {
        Map<String, String> colleges = Map.of(
                "Noah Whitfield", "Admissions, Lakeside College", "Leo Martinez", "Summer school of engineering");
        people.stream()
                .filter(person -> colleges.containsKey(person.fullName()))
                .forEach(person -> {
                    SharedLink.Choice choice = new SharedLink.Choice(
                            String.valueOf(colleges.get(person.fullName())),
                            Set.of("Mathematics", "Reading", "Writing", "Science practice"),
                            true,
                            false);
                    if (links.share(setUp, person.student(), choice, 60) instanceof Sharing.Refused refused) {
                        throw new IllegalStateException("A link of the seed is refused: " + refused.reason());
                    }
                });
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
