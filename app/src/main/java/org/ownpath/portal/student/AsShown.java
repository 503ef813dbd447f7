package org.ownpath.portal.student;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ownpath.engine.Result;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.pathway.StudentPath;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Course;
import org.ownpath.policy.LetterGrade;
import org.ownpath.policy.Place;
import org.ownpath.policy.SchoolYear;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Term;
import org.ownpath.portal.RatedOn;

/**
 * How the school has chosen to show a student's standing: in which words, with which labels, and how far ahead.
 *
 * @param student the student, as a place of the design choices
 */
public record AsShown(ChoiceBook choices, Curriculum curriculum, Place student, Instant now) {

    /** A result in the school's words: "rated 3", "Proficient" or both. */
    public String result(Competency competency, Result result) {
        RatedOn rated = RatedOn.of(competency, curriculum, choices, now);
        return choices.inForce(Settings.LEVEL_WORDS, in(competency.subject()), now)
                .say(rated.words(result), rated.name(result));
    }

    /** The levels in which it is rated, lowest first: "1 Not yet, 2 Shown". */
    public String levels(Competency competency) {
        return RatedOn.of(competency, curriculum, choices, now).scale().levels().stream()
                .map(level -> level.symbol() + " " + level.name())
                .collect(Collectors.joining(", "));
    }

    /** Whether it is rated in other levels than the framework has. */
    public boolean ratedOtherwise(Competency competency) {
        return !RatedOn.of(competency, curriculum, choices, now).own();
    }

    /** The name of the term that a moment lies in, if it has one. */
    public Optional<String> term(Instant moment) {
        return Term.of(choices.inForce(Settings.TERMS, student, now), moment).map(Term::name);
    }

    /** When the years of the school begin. */
    public SchoolYear year() {
        return choices.inForce(Settings.YEAR, student, now);
    }

    /** Whether a subject is reported apart from academic results. */
    public boolean apart(String subject) {
        return choices.inForce(Settings.REPORTED_APART, in(subject), now);
    }

    /** Whether the skills of a subject are told area by area, too. */
    public boolean byArea(String subject) {
        return choices.inForce(Settings.SKILLS_BY_AREA, in(subject), now);
    }

    /** Whether pages also show the grade that birthdays alone would give. */
    public boolean besideBirthday() {
        return choices.inForce(Settings.BESIDE_BIRTHDAY, student, now);
    }

    /** Whether the student sees what lies ahead in a subject. */
    public boolean ahead(String subject) {
        return choices.inForce(Settings.SEES_AHEAD, in(subject), now);
    }

    /** The code of a state as pages show it. */
    public String state(String subject, State state) {
        boolean hidden = state == State.NEEDS_REFRESH && !choices.inForce(Settings.SHOWS_REFRESH, in(subject), now);
        return StateCode.of(hidden ? State.MASTERED : state);
    }

    /** The table of letters of a subject; empty where there are none. */
    public List<LetterGrade> letters(String subject) {
        return choices.inForce(Settings.LETTERS, in(subject), now);
    }

    /** The letter that a value earns in a subject. */
    public Optional<LetterGrade> letter(String subject, OptionalDouble value) {
        return value.isPresent() ? LetterGrade.of(letters(subject), value.getAsDouble()) : Optional.empty();
    }

    /** A course and how much of it stands mastered. */
    public record InCourse(Course course, int competencies, int mastered) {

        /** Whether its credit is earned. */
        public boolean earned() {
            return mastered == competencies;
        }
    }

    /** The courses that the student has shown something in, with how far each is. */
    public List<InCourse> courses(StudentPath path) {
        return choices.inForce(Settings.COURSES, student, now).stream()
                .map(course -> inCourse(course, path))
                .filter(each -> each.mastered() > 0)
                .toList();
    }

    /** How many competencies stand mastered in all subjects that are not reported apart. */
    public long mastered(StudentPath path) {
        return path.subjects().stream()
                .filter(subject -> !apart(subject.subject()))
                .mapToLong(SubjectPath::mastered)
                .sum();
    }

    private static InCourse inCourse(Course course, StudentPath path) {
        List<SubjectPath.Step> steps = path.subjects().stream()
                .flatMap(subject -> subject.steps().stream())
                .filter(step -> course.has(
                        step.competency().subject(), step.competency().level()))
                .toList();
        return new InCourse(course, steps.size(), (int)
                steps.stream().filter(SubjectPath.Step::mastered).count());
    }

    private Place in(String subject) {
        return student.subject(subject);
    }
}
