package org.ownpath.exchange.oneroster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.csv.Table;
import org.ownpath.shared.Problem;

/**
 * Which file's records a column names, in the files of gradebooks and resources. Nothing is taken from those; yet an archive in
 * which they lead nowhere was not exported whole, and what else it lacks cannot be seen. Files of the roster are held to what
 * the roster knows instead.
 */
final class References {

    private static final Map<String, Map<String, String>> TO = Map.of(
            "lineItems", Map.of("classSourcedId", "classes", "categorySourcedId", "categories"),
            "results", Map.of("lineItemSourcedId", "lineItems", "studentSourcedId", "users"),
            "lineItemLearningObjectiveIds", Map.of("lineItemSourcedId", "lineItems"),
            "lineItemScoreScales", Map.of("lineItemSourcedId", "lineItems", "scoreScaleSourcedId", "scoreScales"),
            "resultLearningObjectiveIds", Map.of("resultSourcedId", "results"),
            "resultScoreScales", Map.of("resultSourcedId", "results", "scoreScaleSourcedId", "scoreScales"),
            "classResources", Map.of("classSourcedId", "classes", "resourceSourcedId", "resources"),
            "courseResources", Map.of("courseSourcedId", "courses", "resourceSourcedId", "resources"),
            "userResources", Map.of("userSourcedId", "users", "resourceSourcedId", "resources"));

    private final Map<String, Source> files = new HashMap<>();
    private final Map<String, Set<String>> records = new HashMap<>();
    private final List<Problem> problems;

    private References(List<Problem> problems) {
        this.problems = problems;
    }

    /** Adds a problem for each that leads nowhere. The files are by their names without ending, and sent whole. */
    static void check(Map<String, Source> files, List<Problem> problems) {
        References references = new References(problems);
        references.files.putAll(files);
        files.keySet().stream().filter(TO::containsKey).sorted().forEach(references::check);
    }

    private void check(String file) {
        Map<String, String> targets = TO.getOrDefault(file, Map.of());
        Table.each(
                source(file),
                problems,
                row -> targets.forEach((column, target) -> {
                    if (files.containsKey(target)) {
                        row.find(column).ifPresent(id -> check(row, column, target, id));
                    }
                }));
    }

    private void check(Table.Row row, String column, String target, String id) {
        if (!records.computeIfAbsent(target, this::ids).contains(id)) {
            problems.add(row.problem(
                    column,
                    "No row of " + target + ".csv has the sourcedId '" + id + "'. Add it, or correct the value."));
        }
    }

    private Set<String> ids(String file) {
        Set<String> ids = new HashSet<>();
        // What is wrong with the file itself is told once, when it is read for its own sake.
        Table.each(source(file), new ArrayList<>(), row -> ids.add(row.get("sourcedId")));
        return ids;
    }

    private Source source(String file) {
        return Objects.requireNonNull(files.get(file));
    }
}
