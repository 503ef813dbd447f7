package org.ownpath.portal.teacher;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.roster.Person;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Block;
import org.ownpath.support.BlockRequest;
import org.springframework.util.MultiValueMap;

/**
 * A request for groups while it is being written, with everything as it was typed.
 *
 * @param chosen the groups whose students are to be grouped
 * @param students of the groups that are chosen
 * @param fields as they were typed
 */
public record BlockForm(
        BlockId id,
        List<StudyGroup> groups,
        Set<String> chosen,
        List<Person> students,
        List<Person> staff,
        List<String> subjects,
        String subject,
        MultiValueMap<String, String> fields,
        List<String> problems) {

    /** How many rooms the form has lines for. */
    public static final int ROOMS = 8;

    /** How many pairs the form has lines for, of each sort. */
    public static final int PAIRS = 3;

    /** What was typed into a field, or what it starts with. */
    public String typed(String name, String start) {
        String value = fields.getFirst(name);
        return value == null ? start : value.strip();
    }

    /** Whether somebody is said to need a certain language. */
    public boolean needsLanguages() {
        return !languages().isEmpty();
    }

    BlockForm with(List<String> reasons) {
        return new BlockForm(id, groups, chosen, students, staff, subjects, subject, fields, reasons);
    }

    /** The request; reasons are added where it cannot be read. */
    Optional<BlockRequest> read(List<String> reasons) {
        try {
            Block.Time time = new Block.Time(
                    typed("title", ""),
                    LocalDate.parse(typed("day", "")),
                    LocalTime.parse(typed("from", "")),
                    LocalTime.parse(typed("to", "")));
            return Optional.of(new BlockRequest(
                    time,
                    subject,
                    students.stream().map(Person::student).toList(),
                    places(),
                    Integer.parseInt(typed("seats", "")),
                    Integer.parseInt(typed("least", "")),
                    pairs("together"),
                    pairs("apart"),
                    languages()));
        } catch (DateTimeException unreadable) {
            reasons.add("Give the day, and from when to when, such as 10:15.");
        } catch (NumberFormatException unreadable) {
            reasons.add("Give the sizes of the groups as whole numbers.");
        }
        return Optional.empty();
    }

    /** Lines without a room are no places. */
    private List<BlockRequest.Place> places() {
        List<BlockRequest.Place> places = new ArrayList<>();
        for (int line = 1; line <= ROOMS; line++) {
            String room = typed("room" + line, "");
            String teacher = typed("teacher" + line, "");
            Optional<String> language = language("language" + line);
            staff.stream()
                    .filter(person -> person.id().toString().equals(teacher))
                    .filter(person -> !room.isEmpty())
                    .findFirst()
                    .ifPresent(person -> places.add(new BlockRequest.Place(room, person.id(), language)));
        }
        return places;
    }

    /** However it was typed, one language is one. */
    private Optional<String> language(String name) {
        String typed = typed(name, "").toLowerCase(Locale.ROOT);
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(typed.substring(0, 1).toUpperCase(Locale.ROOT) + typed.substring(1));
    }

    private Map<StudentId, String> languages() {
        Map<StudentId, String> languages = new HashMap<>();
        students.forEach(person ->
                language("needs." + person.id()).ifPresent(language -> languages.put(person.student(), language)));
        return languages;
    }

    private List<BlockRequest.Pair> pairs(String sort) {
        List<BlockRequest.Pair> pairs = new ArrayList<>();
        for (int line = 1; line <= PAIRS; line++) {
            Optional<StudentId> one = student(typed(sort + line + "a", ""));
            Optional<StudentId> other = student(typed(sort + line + "b", ""));
            if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                pairs.add(new BlockRequest.Pair(one.get(), other.get()));
            }
        }
        return pairs;
    }

    private Optional<StudentId> student(String text) {
        return students.stream()
                .filter(person -> person.id().toString().equals(text))
                .map(Person::student)
                .findFirst();
    }

    /** The teacher whom a new form proposes for a room. */
    public String teacher(int line, PersonId viewer) {
        return typed("teacher" + line, viewer.toString());
    }
}
