package org.ownpath.northside;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Course;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.LetterGrade;
import org.ownpath.policy.LevelWords;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Term;

/** What the leaders of Northside have chosen, and what they have chosen for next month. */
final class SchoolChoices {

    private static final String HABITS = "Habits";
    private static final Duration AHEAD = Duration.ofDays(21);

    private final DesignChoices choices;
    private final Viewer leader;
    private final Instant now;

    SchoolChoices(DesignChoices choices, Viewer leader, Instant now) {
        this.choices = choices;
        this.leader = leader;
        this.now = now;
    }

    void adopt() {
        adopt(
                ChoiceDraft.EMPTY
                        .with(change(Settings.REPORTED_APART, new Scope.Subject(HABITS), true))
                        .with(change(Settings.TERMS, Scope.district(), terms()))
                        .with(change(Settings.COURSES, Scope.district(), courses())),
                now,
                "Habits are worth a line of their own, and terms and courses help to find things again.");
        adopt(
                ChoiceDraft.EMPTY
                        .with(change(Settings.LETTERS, Scope.district(), letters()))
                        .with(change(Settings.JUDGES, new Scope.Subject(HABITS), Set.of(Role.TEACHER))),
                now,
                "Some colleges ask for letters; and habits are judged by those who see them every day.");
        LocalDate day = SchoolTime.day(now.plus(AHEAD));
        adopt(
                ChoiceDraft.EMPTY.with(change(Settings.LEVEL_WORDS, Scope.district(), LevelWords.BOTH)),
                SchoolTime.start(day),
                "Families asked what a 3 means.");
    }

    private List<Course> courses() {
        return List.of(
                course("Middle Grades Mathematics", "Mathematics", 6),
                course("Writing Workshop", "Writing", 6),
                course("Algebra and Functions", "Mathematics", 9));
    }

    private Course course(String title, String subject, int from) {
        int year = year();
        Term term = new Term(title, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 6, 30));
        return new Course(title, term, subject, from, from + 1, 1);
    }

    private int year() {
        return SchoolTime.day(SchoolCalendar.at(now).yearBegan()).getYear();
    }

    private List<Term> terms() {
        int year = year();
        return List.of(
                new Term("Summer bridge", LocalDate.of(year, 7, 1), LocalDate.of(year, 8, 31)),
                new Term("Fall term", LocalDate.of(year, 9, 1), LocalDate.of(year, 12, 18)),
                new Term("Winter intersession", LocalDate.of(year, 12, 19), LocalDate.of(year + 1, 1, 10)),
                new Term("Spring term", LocalDate.of(year + 1, 1, 11), LocalDate.of(year + 1, 6, 30)));
    }

    private static List<LetterGrade> letters() {
        return List.of(letter("A", 3.5, 4), letter("B", 3, 3), letter("C", 2, 2));
    }

    private static LetterGrade letter(String letter, double from, double points) {
        return new LetterGrade(letter, from, OptionalDouble.of(points));
    }

    private static <V> ChoiceDraft.SettingChange<V> change(Setting<V> setting, Scope scope, V value) {
        return new ChoiceDraft.SettingChange<>(setting, scope, Optional.of(value), false);
    }

    private void adopt(ChoiceDraft draft, Instant from, String reason) {
        if (choices.adopt(leader, draft, from, reason) instanceof Adopting.Refused refused) {
            throw new IllegalStateException("The seed choices are refused: " + refused.reasons());
        }
    }
}
