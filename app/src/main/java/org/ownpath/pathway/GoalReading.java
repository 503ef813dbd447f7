package org.ownpath.pathway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Reads goals, each with the path to it as it stands. Who may see whom is not asked here. */
@Component
class GoalReading {

    private final GoalRows rows;
    private final Frameworks frameworks;
    private final Mastery mastery;

    GoalReading(GoalRows rows, Frameworks frameworks, Mastery mastery) {
        this.rows = rows;
        this.frameworks = frameworks;
        this.mastery = mastery;
    }

    /** Of one student, by when each is wanted, as they stood then. */
    List<GoalProgress> of(StudentId student, AsOf asOf) {
        List<Goal> goals = rows.of(List.of(student)).stream()
                .flatMap(goal -> asOf.earlier().map(goal::by).orElse(Optional.of(goal)).stream())
                .toList();
        return progress(goals, Map.of(student, mastery.of(student, asOf)), asOf);
    }

    /** Of these students, by when each is wanted. */
    List<GoalProgress> of(Collection<StudentId> students) {
        List<Goal> goals = rows.of(students);
        return progress(
                goals,
                mastery.byStudent(goals.stream().map(Goal::student).distinct().toList()),
                AsOf.now());
    }

    /** One goal, with its path changed so. */
    GoalProgress progress(Goal goal, List<PathChange> changes) {
        return progress(goal, changes, frameworks.curriculum(), mastery.of(goal.student()));
    }

    private List<GoalProgress> progress(
            List<Goal> goals, Map<StudentId, Map<CompetencyId, Standing>> standings, AsOf asOf) {
        Curriculum curriculum = frameworks.curriculum(asOf);
        Map<GoalId, List<PathChange>> changes =
                rows.changes(goals.stream().map(Goal::id).toList(), asOf);
        return goals.stream()
                .map(goal -> progress(
                        goal,
                        changes.getOrDefault(goal.id(), List.of()),
                        curriculum,
                        standings.getOrDefault(goal.student(), Map.of())))
                .toList();
    }

    private static GoalProgress progress(
            Goal goal, List<PathChange> changes, Curriculum curriculum, Map<CompetencyId, Standing> standings) {
        Route route = Route.of(goal, changes, curriculum, standings);
        return new GoalProgress(goal, goal.wish().aim().title(curriculum), route, GoalState.of(goal, route));
    }
}
