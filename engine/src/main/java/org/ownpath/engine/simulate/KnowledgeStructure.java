package org.ownpath.engine.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ownpath.engine.PrerequisiteGraph.Edge;

/**
 * The competencies of one subject by level, with their prerequisites. Competencies are numbered from 0 in the order in
 * which they are taught, so levels never fall and prerequisites come before what needs them; that also rules out cycles.
 * Level 0 is what batch promotion teaches in the first year.
 */
public final class KnowledgeStructure {

    private final int[] levelOf;
    private final int[] firstOfLevel;
    private final int[][] before;

    private KnowledgeStructure(int[] levelOf, int[] firstOfLevel, int[][] before) {
        this.levelOf = levelOf;
        this.firstOfLevel = firstOfLevel;
        this.before = before;
    }

    /**
     * A structure as data.
     *
     * @param levels the level of each competency, in the order of teaching: 0 first, then rising without gaps
     * @param edges the prerequisites, by the competencies' numbers
     * @throws IllegalArgumentException if a level is out of order or an edge does not lead from earlier to later
     */
    public static KnowledgeStructure of(List<Integer> levels, Collection<Edge<Integer>> edges) {
        requireRising(levels);
        List<Set<Integer>> before = levels.stream()
                .map(level -> (Set<Integer>) new TreeSet<Integer>())
                .toList();
        for (Edge<Integer> edge : edges) {
            requireForward(edge, levels.size());
            before.get(edge.after()).add(edge.before());
        }
        int[] levelOf = ints(levels);
        return new KnowledgeStructure(
                levelOf,
                firsts(levelOf),
                before.stream().map(KnowledgeStructure::ints).toArray(int[][]::new));
    }

    /**
     * A structure in strands: as many strands as there are competencies on a level. Each competency needs the one of its
     * own strand on the level below. Beside that it needs, with probability one half, one more: drawn evenly from those
     * that come before it on its own level and on the level below.
     *
     * @param seed the same seed gives the same structure
     */
    public static KnowledgeStructure generated(int levels, int perLevel, long seed) {
        new Bounds(1, 100).check("number of levels", levels);
        new Bounds(1, 100).check("number of competencies on a level", perLevel);
        Stream chance = new Stream().begin(seed, levels, perLevel);
        List<Integer> levelOf = new ArrayList<>();
        Set<Edge<Integer>> edges = new LinkedHashSet<>();
        for (int c = 0; c < levels * perLevel; c++) {
            levelOf.add(c / perLevel);
            int earliest = Math.max(0, (c / perLevel - 1) * perLevel);
            if (c >= perLevel) {
                edges.add(new Edge<>(c - perLevel, c));
            }
            if (c > earliest && chance.nextDouble() < 0.5) {
                edges.add(new Edge<>(earliest + chance.nextInt(c - earliest), c));
            }
        }
        return of(levelOf, edges);
    }

    /** Thirteen levels, kindergarten to grade 12, with eight competencies each. */
    public static KnowledgeStructure standard() {
        return generated(13, 8, 1);
    }

    public int competencies() {
        return levelOf.length;
    }

    public int levels() {
        return firstOfLevel.length - 1;
    }

    public int level(int competency) {
        return levelOf[competency];
    }

    /** What comes directly before this competency, lowest number first. */
    public List<Integer> prerequisites(int competency) {
        return Arrays.stream(before[competency]).boxed().toList();
    }

    /** The first competency of a level; for the number of levels, the number of competencies. */
    int first(int level) {
        return firstOfLevel[level];
    }

    /** The array itself, which nobody may change. */
    int[] before(int competency) {
        return before[competency];
    }

    private static int[] firsts(int[] levelOf) {
        int levels = levelOf[levelOf.length - 1] + 1;
        int[] firsts = new int[levels + 1];
        firsts[levels] = levelOf.length;
        for (int c = levelOf.length - 1; c >= 0; c--) {
            firsts[levelOf[c]] = c;
        }
        return firsts;
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void requireRising(List<Integer> levels) {
        int expected = 0;
        for (int c = 0; c < levels.size(); c++) {
            int level = levels.get(c);
            if (level != expected && (c == 0 || level != expected + 1)) {
                throw new IllegalArgumentException("Competency " + c + " has the level " + level + " after the level "
                        + expected + ". Order competencies by level, from level 0, and leave no level empty.");
            }
            expected = level;
        }
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("A structure without competencies teaches nothing. Add at least one.");
        }
    }

    private static void requireForward(Edge<Integer> edge, int competencies) {
        if (edge.before() < 0 || edge.before() >= edge.after() || edge.after() >= competencies) {
            throw new IllegalArgumentException("The prerequisite " + edge.before() + " of " + edge.after()
                    + " does not come before it among " + competencies
                    + " competencies. Number competencies so that prerequisites come first.");
        }
    }
}
