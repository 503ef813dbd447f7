package org.ownpath.pathway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of pathway for whether goals are likely to be reached in time. */
@Component
public class GoalOutlooks {

    private final Goals goals;
    private final Paces paces;

    GoalOutlooks(Goals goals, Paces paces) {
        this.goals = goals;
        this.paces = paces;
    }

    /**
     * The goals that these students work on, by when each is wanted; without those that nothing can be forecast of. It is
     * the same all day as long as nothing new is shown. Shown to nobody as it is: who may see whom is not asked.
     */
    public Map<StudentId, List<GoalOutlook>> of(Collection<StudentId> students) {
        return of(goals.of(students)).stream()
                .collect(Collectors.groupingBy(each -> each.progress().goal().student()));
    }

    List<GoalOutlook> of(List<GoalProgress> all) {
        List<GoalProgress> active = all.stream().filter(GoalProgress::active).toList();
        Map<GoalId, Forecast> forecasts = paces.forecasts(active);
        return active.stream()
                .flatMap(progress -> Optional.ofNullable(
                                forecasts.get(progress.goal().id()))
                        .stream()
                        .map(forecast -> new GoalOutlook(progress, forecast)))
                .toList();
    }
}
