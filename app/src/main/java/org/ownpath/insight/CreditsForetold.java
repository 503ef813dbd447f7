package org.ownpath.insight;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.policy.Course;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.roster.Roster;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Whose credits would be others, if other things stood mastered or other courses were offered. */
@Component
class CreditsForetold implements Foretelling {

    private static final Topic TOPIC = Topic.ofRulesAndAnswers(
            new Topic.Words(
                    "credits",
                    "Credit for courses",
                    "courses with their credit",
                    "none",
                    "A student has the credit when everything that belongs to the course stands mastered."),
            Settings.COURSES);

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
    public Telling of(List<StudentId> students, Instant at) {
        List<Competency> inUse = frameworks.curriculum().inUse();
        States states = mastery.states(students);
        Map<StudentId, SchoolId> schools = roster.schoolsOf(students);
        return supposed -> {
            States then = states.under(supposed);
            Map<Foretold.Of, Foretold.Side> credits = new HashMap<>();
            for (StudentId student : students) {
                List<Course> courses = supposed.inForce(Settings.COURSES, Place.of(student, schools));
                Predicate<Competency> mastered =
                        competency -> then.of(student, competency.id()).standing();
                List<String> earned = courses.stream()
                        .filter(course -> earned(course, inUse, mastered))
                        .map(Course::title)
                        .toList();
                if (!earned.isEmpty()) {
                    credits.put(
                            Foretold.Of.whole(student), new Foretold.Side(earned.size(), String.join(", ", earned)));
                }
            }
            return credits;
        };
    }

    private static boolean earned(Course course, List<Competency> inUse, Predicate<Competency> mastered) {
        List<Competency> set =
                inUse.stream().filter(c -> course.has(c.subject(), c.level())).toList();
        return !set.isEmpty() && set.stream().allMatch(mastered);
    }
}
