package org.ownpath.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;
import org.ownpath.shared.CompetencyId;

/** How a task is scored: criteria with levels, each mapped to competencies of any subjects. */
public record Rubric(List<Criterion> criteria) {

    /** Keeps its own copy of the criteria. */
    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** A criterion for each competency, in the words of the framework. */
    public static Rubric of(List<Competency> competencies, Curriculum curriculum) {
        List<Criterion> criteria = new ArrayList<>();
        for (Competency competency : competencies) {
            criteria.add(new Criterion(
                    criteria.size() + 1,
                    competency.title(),
                    List.of(competency.id()),
                    levels(curriculum.scaleOf(competency), competency.descriptions())));
        }
        return new Rubric(criteria);
    }

    /** The levels of a scale with these words, lowest first; where there are none, the words are empty. */
    public static List<Criterion.Level> levels(Scale scale, List<String> words) {
        List<Criterion.Level> levels = new ArrayList<>();
        for (Scale.Level level : scale.levels()) {
            String text = levels.size() < words.size() ? words.get(levels.size()) : "";
            levels.add(new Criterion.Level(level.value(), level.name(), text));
        }
        return levels;
    }

    /** Every competency that it gives evidence of, each once. */
    public List<CompetencyId> competencies() {
        return criteria.stream()
                .flatMap(c -> c.competencies().stream())
                .distinct()
                .toList();
    }

    /** What its criteria give together at most. */
    public double most() {
        return criteria.stream()
                .mapToDouble(criterion -> criterion.levels().stream()
                        .mapToDouble(Criterion.Level::value)
                        .max()
                        .orElse(0))
                .sum();
    }

    /** The criteria that say something about any of these competencies. */
    public Rubric about(Collection<CompetencyId> wanted) {
        Set<CompetencyId> asked = Set.copyOf(wanted);
        return new Rubric(criteria.stream()
                .filter(criterion -> criterion.competencies().stream().anyMatch(asked::contains))
                .toList());
    }

    /** Why marks are not of this rubric; empty when they are. */
    List<String> misfits(Marks marks) {
        List<String> reasons = new ArrayList<>();
        Set<Integer> numbers = criteria.stream().map(Criterion::number).collect(Collectors.toSet());
        if (!numbers.containsAll(marks.byCriterion().keySet())) {
            reasons.add("The marks are for another rubric than this. Open the form anew.");
        }
        for (Criterion criterion : criteria) {
            marks.of(criterion)
                    .filter(mark -> !criterion.has(mark))
                    .ifPresent(mark -> reasons.add(
                            "'" + mark + "' is no level of '" + criterion.name() + "'. Choose one of those shown."));
        }
        if (marks.byCriterion().isEmpty()) {
            reasons.add("Nothing is marked. Give at least one criterion a mark.");
        }
        return reasons;
    }

    /**
     * The rating of each of these competencies: the mean of the marks of the criteria that map to it. What no mark was
     * given for was not seen, and has no rating.
     */
    public Map<CompetencyId, Double> ratings(Marks marks, Collection<CompetencyId> wanted) {
        Map<CompetencyId, Double> ratings = new LinkedHashMap<>();
        for (CompetencyId competency : wanted) {
            OptionalDouble mean = criteria.stream()
                    .filter(criterion -> criterion.competencies().contains(competency))
                    .flatMap(criterion -> marks.of(criterion).stream())
                    .mapToDouble(mark -> mark)
                    .average();
            mean.ifPresent(rating -> ratings.put(competency, rating));
        }
        return ratings;
    }
}
