package org.ownpath.pathway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.framework.Competency;
import org.ownpath.shared.CompetencyId;

/**
 * What leads to what around where a student stands in one subject: what is open now, what it builds on, and what opens
 * with it.
 *
 * @param spots by how near they are
 */
public record CompetencyMap(String subject, Map<Ring, List<Spot>> spots) {

    /** How near something is. */
    public enum Ring {
        BEFORE("You have this", "Mastered already; what is open now builds on it"),
        NOW("Open now", "Everything before it is mastered"),
        NEXT("Opens next", "Opens when what is open now is mastered"),
        LATER("After that", "Opens one step later");

        private final String title;
        private final String meaning;

        Ring(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        /** "Open now". */
        public String title() {
            return title;
        }

        /** What it means, in a few words. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * One competency on the map.
     *
     * @param first what has to be mastered before it and is not
     * @param leadsTo what builds directly on it
     */
    public record Spot(SubjectPath.Step step, List<Competency> first, List<Competency> leadsTo) {

        /** The competency. */
        public Competency competency() {
            return step.competency();
        }
    }

    /** Keeps its own copies. */
    public CompetencyMap {
        Map<Ring, List<Spot>> own = new EnumMap<>(Ring.class);
        spots.forEach((ring, list) -> own.put(ring, List.copyOf(list)));
        spots = Collections.unmodifiableMap(own);
    }

    /** Those of a ring, the nearest to what is open now first. */
    public List<Spot> at(Ring ring) {
        return spots.getOrDefault(ring, List.of());
    }

    static CompetencyMap around(String subject, StudentPath path, PrerequisiteGraph<CompetencyId> graph) {
        Drawing drawing = new Drawing(graph, new HashMap<>());
        path.subjects()
                .forEach(each -> each.steps()
                        .forEach(step -> drawing.steps.put(step.competency().id(), step)));
        return drawing.around(subject);
    }

    /** Works out the rings of a map. */
    private record Drawing(PrerequisiteGraph<CompetencyId> graph, Map<CompetencyId, SubjectPath.Step> steps) {

        CompetencyMap around(String subject) {
            Set<CompetencyId> open = steps.values().stream()
                    .filter(SubjectPath.Step::ready)
                    .map(step -> step.competency().id())
                    .collect(Collectors.toSet());
            List<CompetencyId> now = graph.order().stream()
                    .filter(open::contains)
                    .filter(id -> step(id).competency().subject().equals(subject))
                    .toList();
            Set<CompetencyId> reached = new HashSet<>(open);
            List<CompetencyId> next = opening(now, reached, subject);
            reached.addAll(next);
            List<CompetencyId> both = new ArrayList<>(now);
            both.addAll(next);
            List<CompetencyId> later = opening(both, reached, subject);
            Map<Ring, List<Spot>> spots = new EnumMap<>(Ring.class);
            spots.put(Ring.BEFORE, spots(before(now)));
            spots.put(Ring.NOW, spots(now));
            spots.put(Ring.NEXT, spots(next));
            spots.put(Ring.LATER, spots(later));
            return new CompetencyMap(subject, spots);
        }

        /** What builds directly on these and lacks nothing but what is reached; what lacks least first. */
        private List<CompetencyId> opening(List<CompetencyId> from, Set<CompetencyId> reached, String subject) {
            return from.stream()
                    .flatMap(id -> graph.dependents(id).stream())
                    .distinct()
                    .filter(steps::containsKey)
                    .filter(id -> step(id).competency().subject().equals(subject))
                    .filter(id -> !reached.contains(id) && !step(id).mastered())
                    .filter(id -> reached.containsAll(missing(id)))
                    .sorted(Comparator.comparingInt(id -> missing(id).size()))
                    .toList();
        }

        private List<CompetencyId> before(List<CompetencyId> now) {
            return now.stream()
                    .flatMap(id -> graph.prerequisites(id).stream())
                    .distinct()
                    .filter(steps::containsKey)
                    .toList();
        }

        private List<CompetencyId> missing(CompetencyId id) {
            return graph.prerequisites(id).stream()
                    .filter(before ->
                            !steps.containsKey(before) || !step(before).mastered())
                    .toList();
        }

        private List<Spot> spots(List<CompetencyId> ids) {
            return ids.stream()
                    .map(id -> new Spot(step(id), competencies(missing(id)), competencies(graph.dependents(id))))
                    .toList();
        }

        private List<Competency> competencies(Collection<CompetencyId> ids) {
            return ids.stream()
                    .filter(steps::containsKey)
                    .map(id -> step(id).competency())
                    .toList();
        }

        private SubjectPath.Step step(CompetencyId id) {
            return Objects.requireNonNull(steps.get(id));
        }
    }
}
