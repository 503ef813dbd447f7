package org.ownpath.northside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ownpath.access.Role;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.framework.Curriculum;
import org.ownpath.roster.Person;

/**
 * Two years of plausible evidence: each student works up the ladder of each subject at a pace of their own. The same
 * people and day always give the same evidence.
 */
final class EvidenceGenerator {

    private final Curriculum curriculum;
    private final List<Person> students;
    private final Journal.School school;

    EvidenceGenerator(Curriculum curriculum, List<Person> people, Observers observers, Instant now) {
        this.curriculum = curriculum;
        this.students =
                people.stream().filter(p -> p.roles().contains(Role.STUDENT)).toList();
        this.school = new Journal.School(SchoolCalendar.at(now), observers, new Notes());
    }

    /** Everything that the school knows about its students. */
    List<BulkLedger.Row> rows() {
        List<BulkLedger.Row> rows = new ArrayList<>();
        for (Person student : students) {
            Random random = new Random(student.fullName().hashCode());
            Journal journal = new Journal(student, random, school, rows::add);
            double gift = random.nextGaussian() * 0.6;
            for (String subject : curriculum.subjects()) {
                Place place =
                        Stories.place(student.fullName(), subject).orElseGet(() -> Place.around(student, gift, random));
                new Climb(new Climb.Task(student.fullName(), subject, place), random, journal, school.calendar())
                        .climb(curriculum.ofSubject(subject));
            }
        }
        return rows;
    }
}
