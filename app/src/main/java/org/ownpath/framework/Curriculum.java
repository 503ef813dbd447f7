package org.ownpath.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.FrameworkId;

/**
 * All that a district's students can learn, as of now: the competencies of the frameworks in use and of those kept for
 * reference, with the prerequisites between them. Immutable; made anew when an edition is published.
 */
public final class Curriculum {

    private static final Comparator<Competency> BY_PLACE =
            Comparator.comparingInt((Competency c) -> c.level().orElse(99)).thenComparingInt(Competency::position);

    private final Map<FrameworkId, Framework> frameworks;
    private final Map<CompetencyId, Competency> competencies;
    private final PrerequisiteGraph<CompetencyId> graph;
    private final Map<String, List<Competency>> bySubject;
    private final Map<String, CompetencyId> byName;

    private Curriculum(
            Collection<Framework> frameworks,
            Collection<Competency> competencies,
            PrerequisiteGraph<CompetencyId> graph) {
        this.frameworks = index(frameworks, Framework::id);
        this.competencies = index(competencies, Competency::id);
        this.graph = graph;
        this.bySubject = competencies.stream()
                .filter(this::isInUse)
                .sorted(BY_PLACE)
                .collect(Collectors.groupingBy(Competency::subject, LinkedHashMap::new, Collectors.toList()));
        this.byName = names();
    }

    /** Prerequisites of what cannot be assessed, or is gone, are left out. */
    static Curriculum of(
            List<Framework> frameworks, List<Competency> competencies, List<PrerequisiteOf> prerequisites) {
        Set<CompetencyId> known = competencies.stream().map(Competency::id).collect(Collectors.toSet());
        List<PrerequisiteGraph.Edge<CompetencyId>> edges = new ArrayList<>();
        for (PrerequisiteOf each : prerequisites) {
            CompetencyId before = each.before();
            CompetencyId after = each.after();
            if (before != null && after != null && known.contains(before) && known.contains(after)) {
                edges.add(new PrerequisiteGraph.Edge<>(before, after));
            }
        }
        var built = PrerequisiteGraph.build(
                competencies.stream().map(Competency::id).toList(), edges);
        if (built instanceof PrerequisiteGraph.Acyclic<CompetencyId> acyclic) {
            return new Curriculum(frameworks, competencies, acyclic.graph());
        }
        throw new IllegalStateException("The published prerequisites have a cycle: " + built);
    }

    /** All frameworks, those in use first. */
    public List<Framework> frameworks() {
        return frameworks.values().stream()
                .sorted(Comparator.comparing(Framework::inUse).reversed().thenComparing(Framework::title))
                .toList();
    }

    /** The framework with this id. */
    public Optional<Framework> framework(FrameworkId id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    /** The competency with this id. */
    public Optional<Competency> competency(CompetencyId id) {
        return Optional.ofNullable(competencies.get(id));
    }

    /** The competencies with these ids, in their order; ids of none are left out. */
    public List<Competency> all(Collection<CompetencyId> ids) {
        return ids.stream().flatMap(id -> competency(id).stream()).toList();
    }

    /** The subject of the first of these; empty where none of them is known. */
    public Optional<String> subjectOf(Collection<CompetencyId> ids) {
        return ids.stream()
                .flatMap(id -> competency(id).stream())
                .map(Competency::subject)
                .findFirst();
    }

    /** All competencies of frameworks in use. */
    public List<Competency> inUse() {
        return bySubject.values().stream().flatMap(List::stream).toList();
    }

    /** All competencies of one framework, by level and place. */
    public List<Competency> of(FrameworkId framework) {
        return competencies.values().stream()
                .filter(c -> c.framework().equals(framework))
                .sorted(BY_PLACE)
                .toList();
    }

    /** The subjects of the frameworks in use, in the order of the frameworks. */
    public List<String> subjects() {
        return bySubject.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> e.getValue().stream()
                        .mapToInt(Competency::position)
                        .min()
                        .orElse(0)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The competencies of a subject in use, by level and place. */
    public List<Competency> ofSubject(String subject) {
        return List.copyOf(bySubject.getOrDefault(subject, List.of()));
    }

    /** The levels at which a subject has competencies. */
    public Set<Integer> levelsOf(String subject) {
        return ofSubject(subject).stream()
                .map(Competency::level)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What comes before what, over all frameworks. */
    public PrerequisiteGraph<CompetencyId> graph() {
        return graph;
    }

    /** The scale that a competency is rated on. */
    public Scale scaleOf(Competency competency) {
        return frameworkOf(competency).scale();
    }

    /** The edition that a competency is in. The competency has to be known. */
    public EditionId editionOf(CompetencyId competency) {
        return frameworkOf(competency(competency).orElseThrow()).edition();
    }

    /** The framework that a competency belongs to. */
    public Framework frameworkOf(Competency competency) {
        return framework(competency.framework()).orElseThrow();
    }

    /** Competencies by every name that a file or a program may use: the id, or the code, first of frameworks in use. */
    public Map<String, CompetencyId> byName() {
        return byName;
    }

    private Map<String, CompetencyId> names() {
        Map<String, CompetencyId> names = new LinkedHashMap<>();
        competencies.values().stream()
                .sorted(Comparator.comparing(c -> !isInUse(c)))
                .forEach(c -> c.code().ifPresent(code -> names.putIfAbsent(code, c.id())));
        competencies.keySet().forEach(id -> names.putIfAbsent(id.toString(), id));
        return Collections.unmodifiableMap(names);
    }

    private boolean isInUse(Competency competency) {
        return frameworkOf(competency).inUse();
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        Map<K, V> index = new LinkedHashMap<>();
        values.forEach(value -> index.putIfAbsent(key.apply(value), value));
        return index;
    }
}
