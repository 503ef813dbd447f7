package org.ownpath.insight;

import java.util.List;
import org.ownpath.shared.Figures;

/**
 * What other answers to settings would change for students, counted: one topic of a draft.
 *
 * @param topic its code
 * @param unit what is counted, in the plural
 * @param meaning what was replayed, and what it leaves out
 */
public record Foresight(
        String topic,
        String title,
        String unit,
        String meaning,
        Line whole,
        List<Line> subjects,
        List<Line> grades,
        List<Line> ages,
        List<Line> groups) {

    /** Keeps its own copies of the lists. */
    public Foresight {
        subjects = List.copyOf(subjects);
        grades = List.copyOf(grades);
        ages = List.copyOf(ages);
        groups = List.copyOf(groups);
    }

    /**
     * Some of the students, counted.
     *
     * @param students of whom there is something to tell
     * @param changing of how many of them something would be another
     * @param today how much there is today, in the topic's unit
     * @param drafted how much there would be
     */
    public record Line(String label, int students, int changing, long today, long drafted) {

        /** For how many of them something would be another. */
        public String inWords() {
            return changing == 0
                    ? "the same for everybody"
                    : "another answer for " + Figures.of(changing) + " of " + Figures.of(students) + " students";
        }
    }

    /** What may be read by those who may not see names. */
    Foresight withoutSmallGroups(int fewest) {
        return new Foresight(
                topic,
                title,
                unit,
                meaning,
                whole,
                Comparison.withoutSmall(subjects, Line::students, fewest),
                Comparison.withoutSmall(grades, Line::students, fewest),
                Comparison.withoutSmall(ages, Line::students, fewest),
                Comparison.withoutSmall(groups, Line::students, fewest));
    }
}
