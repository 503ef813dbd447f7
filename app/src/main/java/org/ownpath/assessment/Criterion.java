package org.ownpath.assessment;

import java.util.List;
import org.ownpath.shared.CompetencyId;

/**
 * One thing that a rubric looks at.
 *
 * @param number its place in the rubric it was written in, from 1 on; kept when the rubric is narrowed
 * @param name a few words: "Reasons"
 * @param competencies what a mark for it is evidence of, all on one scale
 * @param levels what work looks like at each level of that scale, lowest first
 */
public record Criterion(int number, String name, List<CompetencyId> competencies, List<Level> levels) {

    /** Keeps its own copies of the lists. */
    public Criterion {
        competencies = List.copyOf(competencies);
        levels = List.copyOf(levels);
    }

    /** One level, in words that a student understands. */
    public record Level(double value, String name, String words) {

        /** "3" or "2.5". */
        public String symbol() {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    /** Whether a mark is one of its levels. */
    public boolean has(double mark) {
        return levels.stream().anyMatch(level -> level.value() == mark);
    }
}
