package org.ownpath.insight;

import java.util.List;
import java.util.Set;
import org.ownpath.roster.Trait;

/**
 * What a draft would change, by one trait of students. Figures of parts that are too small are withheld.
 *
 * @param lines those that may be shown
 * @param withholds whether there are others
 */
public record SubgroupChanges(Trait trait, List<Line> lines, boolean withholds) {

    /** Keeps its own copy. */
    public SubgroupChanges {
        lines = List.copyOf(lines);
    }

    /**
     * One part of the students.
     *
     * @param advancing of how many something would advance
     * @param falling of how many something would fall
     * @param otherwise of how many another answer would change something
     */
    public record Line(String label, int students, int advancing, int falling, int otherwise) {}

    static SubgroupChanges of(Trait trait, List<Line> all, int fewest) {
        Set<Line> withheld = Breakdown.withheld(all, Line::students, fewest);
        return new SubgroupChanges(
                trait, all.stream().filter(line -> !withheld.contains(line)).toList(), !withheld.isEmpty());
    }
}
