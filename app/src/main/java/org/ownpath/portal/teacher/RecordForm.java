package org.ownpath.portal.teacher;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Standing;
import org.ownpath.portal.student.StateCode;
import org.ownpath.roster.Person;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;

/**
 * A piece of evidence while it is being written, with everything as it was typed.
 *
 * @param parts one for each competency
 * @param marks what was chosen, by the name of the field
 * @param attached files that are stored already and go with the piece
 * @param problems why it could not be taken
 */
public record RecordForm(
        PieceId piece,
        Typed typed,
        List<Part> parts,
        Map<String, String> marks,
        List<Artifacts.Artifact> attached,
        List<String> problems) {

    /** The word that a mark has for a chance that was missed. */
    static final String MISSED = "missed";

    /** The word that a mark has for a chance that a student was excused from. */
    static final String EXCUSED = "excused";

    /** The fields about the occasion, as they were typed. */
    public record Typed(
            String day,
            String form,
            String depth,
            String context,
            String purpose,
            String task,
            String note,
            String reason) {

        /** As a new form shows it. */
        static Typed on(String day) {
            return new Typed(day, "test", "apply", "class", "summative", "", "", "");
        }
    }

    /**
     * One competency with the students to rate in it.
     *
     * @param states the code of how each stands now
     */
    public record Part(Competency competency, Scale scale, List<Person> students, Map<StudentId, String> states) {

        static Part of(Competency competency, Scale scale, List<Person> students, Collection<Standing> standings) {
            Map<StudentId, String> states = standings.stream()
                    .filter(standing -> standing.competency().equals(competency.id()))
                    .collect(Collectors.toMap(Standing::student, standing -> StateCode.of(standing.state())));
            return new Part(competency, scale, students, states);
        }

        /** The name of the field that rates a student. */
        public String field(Person student) {
            return RecordForm.field(new Showing(student.student(), competency.id()));
        }

        /** The code of how a student stands now. */
        public String state(Person student) {
            return states.getOrDefault(student.student(), "none");
        }

        /** The key that chooses a level: its symbol where every level has one digit, else its place. */
        public String key(int place) {
            boolean digits =
                    scale.levels().stream().allMatch(level -> level.symbol().matches("\\d"));
            return digits ? scale.levels().get(place).symbol() : String.valueOf(place + 1);
        }

        /** Whether a mark is one of those that every student is offered. */
        public boolean offers(String mark) {
            return mark.equals(MISSED)
                    || mark.equals(EXCUSED)
                    || scale.levels().stream().anyMatch(level -> level.symbol().equals(mark));
        }
    }

    /** What was chosen for a student; null when nothing. */
    public @Nullable String mark(Part part, Person student) {
        return marks.get(part.field(student));
    }

    static RecordForm open(Typed typed, List<Part> parts) {
        return new RecordForm(PieceId.next(), typed, parts, Map.of(), List.of(), List.of());
    }

    RecordForm marked(Map<String, String> chosen) {
        return new RecordForm(piece, typed, parts, chosen, attached, problems);
    }

    RecordForm with(List<Artifacts.Artifact> files, List<String> reasons) {
        return new RecordForm(piece, typed, parts, marks, files, reasons);
    }

    static String field(Showing showing) {
        return "r." + showing.competency() + "." + showing.student();
    }

    static Map<String, String> marks(Collection<Entry> entries, List<Part> parts) {
        Map<String, String> marks = new LinkedHashMap<>();
        entries.forEach(e -> parts.stream()
                .filter(part -> part.competency().id().equals(e.competency()))
                .forEach(part ->
                        marks.put(field(new Showing(e.student(), e.competency())), mark(e.result(), part.scale()))));
        return marks;
    }

    private static String mark(Result result, Scale scale) {
        if (result instanceof Result.Rated rated) {
            return scale.has(rated.value())
                    ? scale.reached(rated.value()).symbol()
                    : new Scale.Level(rated.value(), "").symbol();
        }
        return result instanceof Result.Missed ? MISSED : EXCUSED;
    }
}
