package org.ownpath.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.shared.Problem;

/** What keeps a draft from being published. */
final class DraftCheck {

    private DraftCheck() {}

    static List<Problem> problems(FrameworkDraft draft) {
        List<Problem> problems = new ArrayList<>();
        Map<String, FrameworkDraft.Item> items = new LinkedHashMap<>();
        for (FrameworkDraft.Item item : draft.items()) {
            FrameworkDraft.Item twin = items.putIfAbsent(item.sourceId(), item);
            if (twin != null) {
                problems.add(at(
                        item.origin(),
                        "code",
                        "'" + item.sourceId() + "' stands in row "
                                + twin.origin().row() + " already. Give each competency a code of its own."));
            }
        }
        if (items.isEmpty()) {
            problems.add(Problem.ofFile(draft.title(), "There are no competencies in it. Choose another file."));
        }
        List<FrameworkDraft.Edge> sound = new ArrayList<>();
        for (FrameworkDraft.Edge edge : draft.prerequisites()) {
            boolean beforeKnown = known(edge.before(), edge, items, problems);
            boolean afterKnown = known(edge.after(), edge, items, problems);
            if (beforeKnown && afterKnown) {
                sound.add(edge);
            }
        }
        cycle(items, sound).ifPresent(problems::add);
        problems.sort(Problem.IN_ORDER);
        return problems;
    }

    private static boolean known(
            String key, FrameworkDraft.Edge edge, Map<String, FrameworkDraft.Item> items, List<Problem> problems) {
        if (items.containsKey(key)) {
            return true;
        }
        problems.add(at(
                edge.origin(),
                "prerequisites",
                "No competency '" + key + "' is in this framework. Add it, or take the prerequisite out."));
        return false;
    }

    private static java.util.Optional<Problem> cycle(
            Map<String, FrameworkDraft.Item> items, List<FrameworkDraft.Edge> edges) {
        var built = PrerequisiteGraph.build(
                items.keySet(),
                edges.stream()
                        .map(edge -> new PrerequisiteGraph.Edge<>(edge.before(), edge.after()))
                        .toList());
        if (!(built instanceof PrerequisiteGraph.Cyclic<String> cyclic)) {
            return java.util.Optional.empty();
        }
        String path = cyclic.path().stream()
                .map(key -> name(Objects.requireNonNull(items.get(key))))
                .collect(Collectors.joining(" → "));
        FrameworkDraft.Edge last = edges.stream()
                .filter(edge -> edge.before().equals(cyclic.path().get(0))
                        && edge.after().equals(cyclic.path().get(1)))
                .findFirst()
                .orElseThrow();
        return java.util.Optional.of(at(
                last.origin(),
                "prerequisites",
                "These competencies come before themselves: " + path
                        + ". Take one of the prerequisites out, so that a student can start somewhere."));
    }

    private static String name(FrameworkDraft.Item item) {
        return item.code().map(code -> code + " " + item.title()).orElse(item.title());
    }

    private static Problem at(FrameworkDraft.Origin origin, String column, String message) {
        return new Problem(origin.file(), origin.row(), column, message);
    }
}
