package org.ownpath.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.evidence.Try;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.Supposed;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * All that the evidence says of one student in one subject, up to now.
 *
 * @param competencies all of the subject, by level and place
 * @param shown how the student stands and what was shown, over all subjects
 */
record SubjectWork(
        StudentId student, String subject, List<Competency> competencies, Shown shown, Course course, Instant now) {

    /** What is known of a student: the standings, and the tries at each competency, earliest first. */
    record Shown(Map<CompetencyId, Standing> standings, Map<CompetencyId, List<Try>> tries) {

        /** The same tries, and how the student would stand if this held. */
        Shown under(Supposed supposed, StudentId student) {
            return new Shown(Standing.under(supposed, student, standings), tries);
        }
    }

    /** What a subject is made of: what comes before what, and the scale that each competency is rated on. */
    record Course(PrerequisiteGraph<CompetencyId> graph, Function<CompetencyId, Scale> scale) {}

    Scale scale(CompetencyId competency) {
        return course.scale().apply(competency);
    }

    Optional<Standing> standing(CompetencyId competency) {
        return Optional.ofNullable(shown.standings().get(competency));
    }

    boolean mastered(CompetencyId competency) {
        return standing(competency).map(s -> s.state().standing()).orElse(false);
    }

    /** Something was shown and it is not mastered. */
    boolean begun(CompetencyId competency) {
        return standing(competency).map(s -> !s.state().standing()).orElse(false);
    }

    /** Everything before it is mastered and it is not. */
    boolean open(CompetencyId competency) {
        return !mastered(competency)
                && course.graph().prerequisites(competency).stream().allMatch(this::mastered);
    }

    /** The tries that can count towards mastery, earliest first. */
    List<Try> tries(CompetencyId competency) {
        return shown.tries().getOrDefault(competency, List.of());
    }

    Signal signal(SignalKind kind, Finding finding) {
        return new Signal(
                student, kind, subject, finding.competencies(), finding.since(), finding.urgency(), finding.reason());
    }

    /** What a look found, before it has a student and a kind. */
    record Finding(List<CompetencyId> competencies, Instant since, int urgency, String reason) {}
}
