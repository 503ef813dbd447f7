package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.OpenTime;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Score;
import org.ownpath.assessment.Task;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Explained;
import org.ownpath.portal.Names;

/**
 * Everything that the page of a demonstration shows.
 *
 * @param material the files of its task
 * @param claim where and when it was learnt or earned, if that was elsewhere
 * @param time the time that is booked for it
 * @param files what was handed in, or goes with the claim
 * @param self where the student sees it, by the same rubric
 * @param result the score that became evidence
 * @param spoken the files that go with its feedback
 * @param stands how the student stands now in what it was about
 */
public record Shown(
        Line line,
        Optional<Task> task,
        List<Artifacts.Artifact> material,
        Rubric rubric,
        Optional<Demonstration.Work> work,
        Optional<Claim> claim,
        Optional<OpenTime> time,
        List<Artifacts.Artifact> files,
        List<Demonstration.Step> steps,
        Names names,
        Optional<Marks> self,
        Optional<Score> result,
        List<Artifacts.Artifact> spoken,
        List<Stands> stands) {

    /**
     * How the student stands in one competency.
     *
     * @param rating what this demonstration gave; empty when it was not seen
     * @param lowered in words, when this try has lowered the value; empty when it has not
     */
    public record Stands(
            Competency competency,
            Optional<Double> rating,
            Explained explained,
            String state,
            Optional<String> lowered) {}

    /** The ratings by competency. */
    static Map<org.ownpath.shared.CompetencyId, Double> ratings(
            Demonstration demonstration, Rubric rubric, Optional<Score> result) {
        return result.map(score -> rubric.ratings(score.sheet().marks(), demonstration.competencies()))
                .orElse(Map.of());
    }

    /** What is written by part: as it was typed just now, otherwise as it was handed in. */
    public PartedWork parted(String typed) {
        List<String> parts = task.map(t -> t.content().parts()).orElse(List.of());
        return PartedWork.of(
                parts, typed.isEmpty() ? work.map(Demonstration.Work::body).orElse("") : typed);
    }

    /** The student's own marks as the form that they say them with. */
    public ScoreForm saying() {
        return ScoreForm.of(rubric, self.orElse(new Marks(Map.of())));
    }

    /** "3" or "2.67". */
    public static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.valueOf(Math.round(value * 100) / 100.0);
    }
}
