package org.ownpath.credential;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.evidence.Entry;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * All that the school can say of what a student has shown, as of a moment: the one source of every transcript and report.
 *
 * @param academic subjects with at least one competency, in the order of the framework
 * @param dispositions habits and attitudes, kept apart
 * @param creations what the student made, the best first
 * @param good the standing entries at mastery or better, latest first, by competency
 */
public record StudentRecord(
        StudentId student,
        Instant asOf,
        List<SubjectRecord> academic,
        List<SubjectRecord> dispositions,
        List<Creation> creations,
        Map<CompetencyId, List<Entry>> good) {

    /** Keeps its own copies. */
    public StudentRecord {
        academic = List.copyOf(academic);
        dispositions = List.copyOf(dispositions);
        creations = List.copyOf(creations);
        good = Map.copyOf(good);
    }

    /** The entries that show a competency well, latest first. */
    public List<Entry> shown(CompetencyId competency) {
        return Optional.ofNullable(good.get(competency)).orElse(List.of());
    }

    /** How many academic competencies stand mastered. */
    public int mastered() {
        return academic.stream().mapToInt(SubjectRecord::mastered).sum();
    }

    /** Only these academic subjects, and dispositions only if wanted: what somebody chose to share. */
    public StudentRecord only(Set<String> subjects, boolean withDispositions) {
        return new StudentRecord(
                student,
                asOf,
                academic.stream()
                        .filter(each -> subjects.contains(each.subject()))
                        .toList(),
                withDispositions ? dispositions : List.of(),
                creations.stream()
                        .filter(each -> subjects.contains(each.competency().subject()))
                        .toList(),
                good);
    }
}
