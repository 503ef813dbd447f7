package org.ownpath.insight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.policy.Course;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.School;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.SchoolId;
import org.springframework.stereotype.Component;

/** The front door of insight for courses: how far the students whom the viewer works with are in each. */
@Component
public class CourseOutcomes {

    private final Access access;
    private final DesignChoices choices;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Mastery mastery;
    private final Clock clock;

    CourseOutcomes(
            Access access, DesignChoices choices, Frameworks frameworks, Roster roster, Mastery mastery, Clock clock) {
        this.access = access;
        this.choices = choices;
        this.frameworks = frameworks;
        this.roster = roster;
        this.mastery = mastery;
        this.clock = clock;
    }

    /** Every course that a school offers, school by school, in the order in which they were written down. */
    public List<CourseProgress> of(Viewer viewer, AsOf asOf) {
        access.requireStaff(viewer);
        List<School> schools = roster.schools();
        Map<Optional<SchoolId>, List<Person>> bySchool = schools.size() < 2
                ? Map.of(schools.stream().map(School::id).findFirst(), roster.studentsFor(viewer))
                : roster.studentsFor(viewer).stream()
                        .collect(Collectors.groupingBy(student -> roster.schoolOf(student.student())));
        List<CourseProgress> progress = new ArrayList<>();
        for (School school : schools) {
            String name = schools.size() < 2 ? "" : school.name();
            List<Person> students = bySchool.getOrDefault(Optional.of(school.id()), List.of());
            progress.addAll(of(school.id(), name, students, asOf));
        }
        return progress;
    }

    private List<CourseProgress> of(SchoolId school, String name, List<Person> students, AsOf asOf) {
        List<Course> courses =
                choices.book().inForce(Settings.COURSES, Place.DISTRICT.in(school), asOf.at(clock.instant()));
        if (courses.isEmpty()) {
            return List.of();
        }
        List<Competency> inUse = frameworks.curriculum(asOf).inUse();
        States states = mastery.states(students.stream().map(Person::student).toList(), asOf);
        return courses.stream()
                .map(course -> {
                    List<CompetencyId> competencies = competencies(course, inUse);
                    return new CourseProgress(course, name, competencies.size(), lines(students, competencies, states));
                })
                .toList();
    }

    private static List<CompetencyId> competencies(Course course, List<Competency> inUse) {
        return inUse.stream()
                .filter(c -> course.has(c.subject(), c.level()))
                .map(Competency::id)
                .toList();
    }

    private static List<CourseProgress.Line> lines(
            List<Person> students, List<CompetencyId> competencies, States states) {
        return students.stream()
                .map(student -> new CourseProgress.Line(student, mastered(student, competencies, states)))
                .filter(line -> line.mastered() > 0)
                .toList();
    }

    private static int mastered(Person student, List<CompetencyId> competencies, States states) {
        return (int) competencies.stream()
                .filter(competency -> states.of(student.student(), competency).standing())
                .count();
    }
}
