package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.assessment.OpenTime;
import org.ownpath.portal.Dates;
import org.ownpath.roster.Person;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.PersonId;

/** The open times of one teacher, for a student to choose from. */
public record Offered(String teacher, List<OpenTime> times) {

    private static final int EACH = 30;

    /** Teacher by teacher in their order, the next times of each. */
    static List<Offered> of(List<Teaching> teachers, List<OpenTime> free) {
        Map<PersonId, List<OpenTime>> byTeacher = free.stream().collect(Collectors.groupingBy(OpenTime::teacher));
        return teachers.stream()
                .map(Teaching::teacher)
                .distinct()
                .filter(person -> byTeacher.containsKey(person.id()))
                .map(person -> of(person, byTeacher.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static Offered of(Person teacher, List<OpenTime> times) {
        return new Offered(teacher.fullName(), times.stream().limit(EACH).toList());
    }

    /** "Tuesday 24 November, 14:30 to 14:50, Room 12". */
    public static String words(OpenTime time) {
        String span = Dates.span(time.begins(), time.ends());
        return time.place().isEmpty() ? span : span + ", " + time.place();
    }
}
