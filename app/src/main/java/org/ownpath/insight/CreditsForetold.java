package org.ownpath.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Course;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.policy.Trial;
import org.ownpath.roster.Roster;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Whose credits would be others, if other courses were offered. */
@Component
class CreditsForetold implements Foretelling {

    private static final Topic TOPIC = new Topic(
            "credits",
            "Credit for courses",
            "courses with their credit",
            "A student has the credit when everything that belongs to the course stands mastered today.",
            List.of(Settings.COURSES));

    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Roster roster;

    CreditsForetold(Mastery mastery, Frameworks frameworks, Roster roster) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.roster = roster;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public List<Foretold> of(List<StudentId> students, Trial trial) {
        List<Competency> inUse = frameworks.curriculum().inUse();
        States states = mastery.states(students);
        Map<StudentId, SchoolId> schools = roster.schoolsOf(students);
        List<Foretold> told = new ArrayList<>();
        for (StudentId student : students) {
            Place place =
                    Place.DISTRICT.in(Optional.ofNullable(schools.get(student))).student(student);
            Earned earned = new Earned(student, inUse, states);
            Foretold.Side today = earned.side(courses(trial.today(), place, trial));
            Foretold.Side drafted = earned.side(courses(trial.drafted(), place, trial));
            if (today.count() + drafted.count() > 0) {
                told.add(new Foretold(student, "", today, drafted));
            }
        }
        return told;
    }

    private static List<Course> courses(ChoiceBook book, Place place, Trial trial) {
        return book.inForce(Settings.COURSES, place, trial.at());
    }

    private record Earned(StudentId student, List<Competency> inUse, States states) {

        Foretold.Side side(List<Course> courses) {
            List<String> earned =
                    courses.stream().filter(this::has).map(Course::title).toList();
            return new Foretold.Side(
                    earned.size(), earned.isEmpty() ? "none" : earned.stream().collect(Collectors.joining(", ")));
        }

        private boolean has(Course course) {
            List<Competency> set = inUse.stream()
                    .filter(c -> course.has(c.subject(), c.level()))
                    .toList();
            return !set.isEmpty()
                    && set.stream().allMatch(c -> states.of(student, c.id()).standing());
        }
    }
}
