package org.ownpath.credential;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.credential.GraduationProgress.Lack;
import org.ownpath.credential.GraduationProgress.Open;
import org.ownpath.credential.GraduationProgress.Part;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of graduation: how far students are with a plan and what is missing, from evidence alone. */
@Component
public class Graduation {

    private final GraduationPlans plans;
    private final Schoolings schoolings;
    private final Mastery mastery;
    private final LedgerReading ledger;

    Graduation(GraduationPlans plans, Schoolings schoolings, Mastery mastery, LedgerReading ledger) {
        this.plans = plans;
        this.schoolings = schoolings;
        this.mastery = mastery;
        this.ledger = ledger;
    }

    /** How far the student is with the plan that holds today; empty while the school has none. */
    public Optional<GraduationProgress> of(StudentId student) {
        return of(student, AsOf.now());
    }

    /** The same as it stood then, with the plan that held then. */
    public Optional<GraduationProgress> of(StudentId student, AsOf asOf) {
        return plans.inForce(asOf)
                .flatMap(plan ->
                        Optional.ofNullable(of(List.of(student), plan, asOf).get(student)));
    }

    /** How far each of these students is with a plan, whether it is adopted or not; in their order. */
    public Map<StudentId, GraduationProgress> of(Collection<StudentId> students, GraduationPlan plan) {
        return of(students, plan, AsOf.now());
    }

    private Map<StudentId, GraduationProgress> of(Collection<StudentId> students, GraduationPlan plan, AsOf asOf) {
        Schooling schooling = schoolings.at(asOf);
        States states = mastery.states(students, asOf);
        Map<Showing, History> histories = asOf.earlier().isPresent()
                ? ledger.historiesOf(students, asOf)
                : ledger.histories(demanding(students, asked(plan, schooling), states));
        Map<StudentId, GraduationProgress> progress = new LinkedHashMap<>();
        for (StudentId student : students) {
            Set<CompetencyId> standing = standing(schooling.curriculum(), student, states);
            Held of = new Held(student, standing, schooling.curriculum().graph().outerFringe(standing), histories);
            List<Part> parts = plan.requirements().stream()
                    .map(requirement -> part(requirement, schooling, of))
                    .toList();
            progress.put(student, new GraduationProgress(plan, parts));
        }
        return progress;
    }

    /** What one student has: what stands mastered, what is next, and the pieces where a plan asks for them. */
    private record Held(
            StudentId student, Set<CompetencyId> standing, Set<CompetencyId> ready, Map<Showing, History> histories) {

        boolean meets(Demand demand, Competency competency, double mastery) {
            Showing showing = new Showing(student, competency.id());
            return standing.contains(competency.id())
                    && demand.metBy(histories.getOrDefault(showing, History.NONE).standing().stream(), mastery);
        }

        Open open(Competency competency) {
            if (standing.contains(competency.id())) {
                return new Open(competency, Lack.SHOWING);
            }
            return new Open(competency, ready.contains(competency.id()) ? Lack.READY : Lack.LATER);
        }
    }

    private static Part part(Requirement requirement, Schooling schooling, Held of) {
        List<Competency> set = schooling.of(requirement.among());
        List<Competency> have = set.stream()
                .filter(c -> of.meets(requirement.demand(), c, schooling.mastery(c)))
                .toList();
        List<Open> open = set.stream()
                .filter(c -> !have.contains(c))
                .map(of::open)
                .sorted(Comparator.comparing(Open::lack))
                .toList();
        return new Part(requirement, requirement.among().apart(schooling.conventions()), have, open);
    }

    /** The competencies of requirements that ask how something was shown. */
    private static List<Competency> asked(GraduationPlan plan, Schooling schooling) {
        return plan.requirements().stream()
                .filter(requirement -> !requirement.demand().isNone())
                .flatMap(requirement -> schooling.of(requirement.among()).stream())
                .distinct()
                .toList();
    }

    /** The pairs whose pieces have to be looked at: those that stand mastered. */
    private static List<Showing> demanding(Collection<StudentId> students, List<Competency> asked, States states) {
        return students.stream()
                .flatMap(student -> asked.stream()
                        .filter(c -> states.of(student, c.id()).standing())
                        .map(c -> new Showing(student, c.id())))
                .toList();
    }

    private static Set<CompetencyId> standing(Curriculum curriculum, StudentId student, States states) {
        return curriculum.inUse().stream()
                .map(Competency::id)
                .filter(id -> states.of(student, id).standing())
                .collect(Collectors.toSet());
    }
}
