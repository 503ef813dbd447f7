package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Claims;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Score;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.SelfAssessments;
import org.ownpath.assessment.Task;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Explained;
import org.ownpath.mastery.Mastery;
import org.ownpath.portal.Names;
import org.ownpath.portal.student.StateCode;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.springframework.stereotype.Component;

/** Puts together what the page of a demonstration shows. */
@Component
class Showing {

    private final Demonstrations demonstrations;
    private final Scoring scoring;
    private final Claims claims;
    private final OpenTimes times;
    private final SelfAssessments selfAssessments;
    private final Artifacts artifacts;
    private final Mastery mastery;
    private final Roster roster;

    Showing(
            Demonstrations demonstrations,
            Scoring scoring,
            Claims claims,
            OpenTimes times,
            SelfAssessments selfAssessments,
            Artifacts artifacts,
            Mastery mastery,
            Roster roster) {
        this.demonstrations = demonstrations;
        this.scoring = scoring;
        this.claims = claims;
        this.times = times;
        this.selfAssessments = selfAssessments;
        this.artifacts = artifacts;
        this.mastery = mastery;
        this.roster = roster;
    }

    Shown of(Line line) {
        Demonstration demonstration = line.demonstration();
        Optional<Task> task = demonstrations.task(demonstration);
        Rubric rubric = demonstrations.rubric(demonstration);
        Optional<Demonstration.Work> work = demonstrations.work(demonstration);
        Optional<Claim> claim = claims.of(demonstration);
        Optional<Score> result = scoring.result(demonstration);
        List<Demonstration.Step> steps = demonstrations.steps(demonstration);
        return new Shown(
                line,
                task,
                artifacts.of(Files.of(task)),
                rubric,
                work,
                claim,
                times.of(demonstration),
                artifacts.of(work.map(Demonstration.Work::artifacts)
                        .or(() -> claim.map(Claim::artifacts))
                        .orElse(List.of())),
                steps,
                Names.of(
                        roster,
                        Stream.concat(steps.stream().map(Demonstration.Step::by), demonstration.second().stream())
                                .collect(Collectors.toSet())),
                selfAssessments.of(demonstration),
                result,
                result.map(score -> artifacts.of(score.sheet().feedback().files()))
                        .orElse(List.of()),
                result.isPresent()
                        ? stands(line, Shown.ratings(demonstration, rubric, result), result.get())
                        : List.of());
    }

    private List<Shown.Stands> stands(Line line, Map<CompetencyId, Double> ratings, Score result) {
        return line.competencies().stream()
                .map(competency -> stands(line, competency, Optional.ofNullable(ratings.get(competency.id())), result))
                .toList();
    }

    private Shown.Stands stands(Line line, Competency competency, Optional<Double> rating, Score result) {
        Explained now = mastery.explain(line.demonstration().student(), competency);
        return new Shown.Stands(
                competency,
                rating,
                now,
                StateCode.of(now.judgement().state()),
                result.piece().flatMap(piece -> lowered(line, competency, now, piece)));
    }

    /** What this try has taken away, held against the same evidence without it. */
    private Optional<String> lowered(Line line, Competency competency, Explained now, PieceId piece) {
        Explained without = mastery.explainWithout(line.demonstration().student(), competency, piece);
        double before = without.judgement().explanation().value().orElse(0);
        double after = now.judgement().explanation().value().orElse(before);
        return after < before
                ? Optional.of("This try took the value from " + Shown.number(before) + " to " + Shown.number(after)
                        + ", because the rule of your school says: "
                        + now.rule().rule().sentence())
                : Optional.empty();
    }
}
