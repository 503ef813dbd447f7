package org.ownpath.portal.teacher;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.State;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;
import org.ownpath.portal.student.StateCode;
import org.ownpath.roster.Person;
import org.ownpath.shared.PieceId;

/**
 * What is known of a piece, as far as the viewer may see it.
 *
 * @param first any of its entries, for what they all share
 * @param rows who was rated in what, by name
 * @param replacements what has taken the place of some or all of it
 * @param observer the name of whoever saw it
 * @param withdrawable the students of whom some of it counts and for whom the viewer may take it back
 * @param whole whether these are all of whom some of it counts, so that the viewer may correct it
 */
public record PieceView(
        PieceId piece,
        Entry first,
        List<Row> rows,
        List<Replacement> replacements,
        List<Artifacts.Artifact> artifacts,
        String observer,
        List<Person> withdrawable,
        boolean whole) {

    /**
     * One line of the ratings.
     *
     * @param said the result as the school says it
     */
    public record Row(
            Entry entry, Person student, Optional<Competency> competency, Optional<Standing> now, String said) {

        static final Comparator<Row> IN_ORDER = Comparator.comparing(Row::student, Person.BY_NAME)
                .thenComparing(row -> row.competency().map(Competency::position).orElse(Integer.MAX_VALUE));

        /** What was rated. */
        public String title() {
            return competency.map(Competency::title).orElse("a retired competency");
        }

        /** The code of how the student stands now. */
        public String state() {
            return StateCode.of(now.map(Standing::state).orElse(State.NO_EVIDENCE));
        }
    }

    /**
     * A piece that corrects or withdraws another.
     *
     * @param first any of its entries, for what they all share
     */
    public record Replacement(Entry first, int students) {

        /** "Corrected" or "Withdrawn". */
        public String words() {
            return first.withdrawal() ? "Withdrawn" : "Corrected";
        }
    }

    /** Whether the piece only takes another back. */
    public boolean withdrawal() {
        return first.withdrawal();
    }

    /** A heading: the task, or the form when there is none. */
    public String title() {
        return withdrawal()
                ? "A withdrawal"
                : first.task().orElse(capital(first.nature().form().words()));
    }

    /** Whether any of it counts today. */
    public boolean standing() {
        return rows.stream().anyMatch(row -> row.entry().standing());
    }

    /** How many students it rates. */
    public long students() {
        return rows.stream().map(row -> row.student().id()).distinct().count();
    }

    /** With a capital letter. */
    public static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
