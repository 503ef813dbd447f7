package org.ownpath.exchange.lti.platforms;

import java.util.List;
import java.util.Optional;
import org.ownpath.assessment.TaskResults;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.stereotype.Component;

/** How students do what links open: how they stand in a competency, or how a task went. */
@Component
class ReturnedScores {

    private final Mastery mastery;
    private final Frameworks frameworks;
    private final TaskResults results;

    ReturnedScores(Mastery mastery, Frameworks frameworks, TaskResults results) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.results = results;
    }

    /** Empty while there is nothing to tell. */
    Optional<ReturnedScore> of(StudentId student, Linked linked) {
        return linked.fold(new Linked.Cases<>(
                Optional::empty, competency -> standing(student, competency), task -> result(student, task)));
    }

    private Optional<ReturnedScore> standing(StudentId student, CompetencyId id) {
        Curriculum curriculum = frameworks.curriculum();
        return curriculum
                .competency(id)
                .flatMap(competency -> mastery.of(List.of(student), List.of(id)).stream()
                        .filter(found -> found.value().isPresent())
                        .findFirst()
                        .map(standing -> standing(competency, curriculum.scaleOf(competency), standing)));
    }

    private static ReturnedScore standing(Competency competency, Scale scale, Standing standing) {
        double value = standing.value().getAsDouble();
        return new ReturnedScore(
                competency.title(), scale.reached(value).name(), value, scale.highest(), value >= scale.mastery());
    }

    private Optional<ReturnedScore> result(StudentId student, TaskId id) {
        return results.latest(student, id)
                .map(result -> new ReturnedScore(result.title(), "scored", result.given(), result.most(), true));
    }
}
