package org.ownpath.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;

/** What makes a proposed goal one that can be worked on. */
final class GoalCheck {

    static final int LONGEST_REASON = 1000;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_YEARS = 3;

    private GoalCheck() {}

    static List<String> reasons(
            Goal.Wish wish, Curriculum curriculum, Map<CompetencyId, Standing> standings, LocalDate today) {
        List<String> reasons = new ArrayList<>(aimed(wish.aim(), curriculum, mastered(standings)));
        if (wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            reasons.add("Write why it matters, in up to " + LONGEST_REASON + " characters.");
        }
        if (!wish.by().isAfter(today) || wish.by().isAfter(today.plusYears(MOST_YEARS))) {
            reasons.add("The day " + wish.by() + " is not within the next " + MOST_YEARS
                    + " years. Choose when you want to be there.");
        }
        if (!wish.reviewOn().isAfter(today) || wish.reviewOn().isAfter(wish.by())) {
            reasons.add("The first look on " + wish.reviewOn()
                    + " is not between today and the day of the goal. Choose a day between them.");
        }
        return reasons;
    }

    private static List<String> aimed(Aim aim, Curriculum curriculum, Set<CompetencyId> mastered) {
        List<Competency> targets = aim.targets(curriculum);
        if (targets.isEmpty()) {
            return List.of("Nothing is chosen to reach. Choose what the goal is about.");
        }
        if (targets.stream().map(Competency::id).allMatch(mastered::contains)) {
            return List.of("All of this stands mastered already. Choose what comes next.");
        }
        return aim.fold(one -> List.of(), level -> List.of(), GoalCheck::described);
    }

    private static List<String> described(Aim.Project project) {
        List<String> reasons = new ArrayList<>();
        if (project.name().isBlank() || project.name().length() > LONGEST_TITLE) {
            reasons.add("Give the project a name, in up to " + LONGEST_TITLE + " characters.");
        }
        if (project.competencies().size() > Aim.Project.MOST_COMPETENCIES) {
            reasons.add("A project shows 1 to " + Aim.Project.MOST_COMPETENCIES + " competencies, not "
                    + project.competencies().size() + ". Choose those that it is really about.");
        }
        return reasons;
    }

    /** What lies before the student on the way to it. */
    static List<CompetencyId> way(Goal.Wish wish, Curriculum curriculum, Map<CompetencyId, Standing> standings) {
        List<CompetencyId> targets =
                wish.aim().targets(curriculum).stream().map(Competency::id).toList();
        return Route.way(curriculum, targets, mastered(standings));
    }

    private static Set<CompetencyId> mastered(Map<CompetencyId, Standing> standings) {
        return standings.values().stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toSet());
    }
}
