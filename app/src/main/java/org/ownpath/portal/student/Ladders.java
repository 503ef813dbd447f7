package org.ownpath.portal.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.engine.Ladder;
import org.ownpath.pathway.StudentPath;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.shared.GradeLevel;

/** The picture of the K-12 ladder: a row for each level, highest first, and a column for each subject. */
public record Ladders(List<String> subjects, List<Row> rows) {

    /** One level over all subjects. */
    public record Row(String symbol, List<Optional<Cell>> cells) {}

    /**
     * One rung.
     *
     * @param percent how much of it stands mastered, in hundredths, rounded down
     * @param fill as the picture draws it, in steps of five: 100 only if all, 0 only if nothing
     * @param working whether the student is at work here
     * @param href where the rung's competencies are
     */
    public record Cell(int percent, int fill, boolean working, String href) {}

    static Ladders of(StudentPath path) {
        List<Row> rows = new ArrayList<>();
        for (int level = GradeLevel.HIGHEST; level >= GradeLevel.LOWEST; level--) {
            int row = level;
            rows.add(new Row(
                    GradeLevel.symbol(level),
                    path.subjects().stream().map(subject -> cell(subject, row)).toList()));
        }
        return new Ladders(path.subjects().stream().map(SubjectPath::subject).toList(), rows);
    }

    /** "6th and 7th grade". */
    public static String words(List<Integer> levels) {
        if (levels.size() > 2) {
            return GradeLevel.words(levels.get(0)).replace(" grade", "") + " to "
                    + GradeLevel.words(levels.get(levels.size() - 1));
        }
        return levels.stream()
                .map(GradeLevel::words)
                .collect(Collectors.joining(" and "))
                .replace(" grade and ", " and ");
    }

    /** The address of a subject's place on the page. */
    public static String anchor(String subject) {
        return "s-" + subject.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Optional<Cell> cell(SubjectPath subject, int level) {
        return subject.rungs().stream()
                .filter(rung -> rung.level() == level)
                .findFirst()
                .map(rung -> cell(subject, rung));
    }

    private static Cell cell(SubjectPath subject, Ladder.Rung rung) {
        int percent = 100 * rung.mastered() / rung.competencies();
        int steps = percent / 5 * 5;
        int fill = rung.mastered() > 0 && steps == 0 ? 5 : steps;
        boolean working = subject.workingLevels().contains(rung.level());
        return new Cell(percent, fill, working, "#" + anchor(subject.subject()));
    }
}
