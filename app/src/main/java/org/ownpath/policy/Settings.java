package org.ownpath.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ownpath.access.Role;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;

/** The catalogue: every setting that the product reads, by design choice. A setting that nothing reads has no place here. */
public final class Settings {

    private static final List<Setting<?>> ALL = new ArrayList<>();

    private static final Set<Scope.Kind> DISTRICT = Set.of(Scope.Kind.DISTRICT);

    private static final Set<Scope.Kind> SCHOOLS = Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL);

    private static final Set<Scope.Kind> SUBJECTS = Set.of(Scope.Kind.DISTRICT, Scope.Kind.SUBJECT);

    private static final Set<Scope.Kind> ANY_PART =
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.SUBJECT, Scope.Kind.STUDENT);

    /** How the level that a student works at is found. */
    public static final Setting<WorkingLevel> WORKING_LEVEL = add(new Setting<>(
            "structure.working-level",
            DesignChoice.STRUCTURE,
            "At which level does a student work?",
            "My path says it for each subject, and marks it on the ladder.",
            new Values.OneOf<>(List.of(
                    new Option<>(
                            WorkingLevel.FRONTIER,
                            "frontier",
                            "At every level with something begun",
                            "A student can be in the 6th and 7th grade of mathematics at once."),
                    new Option<>(
                            WorkingLevel.AFTER_COMPLETE,
                            "after-complete",
                            "At the first level that is not complete",
                            "One level, whatever is begun above it."),
                    new Option<>(
                            WorkingLevel.MAJORITY,
                            "majority",
                            "At the level with most of the work",
                            "One level: of those with something begun, the one with the most."))),
            WorkingLevel.FRONTIER,
            ANY_PART));

    /** Whether lists of students show the grade that each is enrolled in. */
    public static final Setting<Boolean> GRADE_LABELS = add(new Setting<>(
            "structure.grade-labels",
            DesignChoice.STRUCTURE,
            "Do lists of students show the grade they are enrolled in?",
            "Without it, the list of a multi-age school shows names alone. Mastery never asks for the grade either way.",
            new Values.YesNo(),
            true,
            DISTRICT));

    /** Courses; none where the path alone counts. */
    public static final Setting<List<Course>> COURSES = add(new Setting<>(
            "courses.offered",
            DesignChoice.COURSES,
            "Which courses are there?",
            "My path shows how far a student is in each. The credit comes with the last competency, before the last day "
                    + "or after it. Name the subject as the framework does. Without lines there are no courses.",
            new Values.Lines<>(
                    "Grade 7 Mathematics: 2026-09-01 to 2027-06-30, Mathematics, grade 7, 1 credit",
                    Course::read,
                    Course::toString,
                    Course::words),
            List.of(),
            SCHOOLS));

    /** The named stretches of the calendar. */
    public static final Setting<List<Term>> TERMS = add(new Setting<>(
            "calendar.terms",
            DesignChoice.CALENDAR,
            "Which terms and intersessions are there?",
            "What was shown is labelled with its term. Progress goes on across all of them, and in between.",
            new Values.Lines<>("Fall term: 2026-09-01 to 2026-12-18", Term::read, Term::toString, Term::words),
            List.of(),
            SCHOOLS));

    /** How ratings are said. */
    public static final Setting<LevelWords> LEVEL_WORDS = add(new Setting<>(
            "grading.level-words",
            DesignChoice.GRADING,
            "How are ratings said?",
            "Wherever students and families read a rating. The rating itself stays the same.",
            new Values.OneOf<>(List.of(
                    Option.of(LevelWords.NUMBERS, "numbers", "In numbers"),
                    Option.of(LevelWords.WORDS, "words", "In the words of the scale"),
                    Option.of(LevelWords.BOTH, "both", "In numbers and words"))),
            LevelWords.NUMBERS,
            ANY_PART));

    /** Whether a subject, such as habits of work, is reported apart from the others. */
    public static final Setting<Boolean> REPORTED_APART = add(new Setting<>(
            "grading.reported-apart",
            DesignChoice.GRADING,
            "Is a subject reported apart from academic results?",
            "Such as habits of work. On My path it is left out of the total, and has a line of its own.",
            new Values.YesNo(),
            false,
            SUBJECTS));

    /** The table from values to letters; none where there are no letters. */
    public static final Setting<List<LetterGrade>> LETTERS = add(new Setting<>(
            "grading.letters",
            DesignChoice.GRADING,
            "Which letters and grade points stand beside the level?",
            "For colleges and families who ask. The table is shown with the letter; without lines there are no letters.",
            new Values.Lines<>(
                    "A from 3.5, 4.0 points", LetterGrade::read, LetterGrade::toString, LetterGrade::toString),
            List.of(),
            ANY_PART));

    /** Whose professional judgement is accepted. */
    public static final Setting<Set<Role>> JUDGES = add(new Setting<>(
            "progress.judges",
            DesignChoice.PROGRESS,
            "Who may give a professional judgement?",
            "A judgement stands beside the computed value, or decides where the rule says so. Others are refused.",
            new Values.SomeOf<>(Stream.of(Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR)
                    .map(role -> Option.of(role, role.code(), role.words()))
                    .toList()),
            Set.of(Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR),
            SUBJECTS));

    /** Whether students see what lies ahead of what they are ready for. */
    public static final Setting<Boolean> SEES_AHEAD = add(new Setting<>(
            "choice.sees-ahead",
            DesignChoice.CHOICE,
            "Do students see all that lies ahead on their path?",
            "Otherwise My path lists what is mastered, begun or ready. The framework itself stays open to everybody.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Who decides on the goals of a student. */
    public static final Setting<GoalChoice> GOALS = add(new Setting<>(
            "choice.goals",
            DesignChoice.CHOICE,
            "Who decides on a student's goals and the path to each?",
            "My plan lets students propose and change as far as this says. Everybody can always say what they think.",
            new Values.OneOf<>(List.of(
                    new Option<>(
                            GoalChoice.TOGETHER,
                            "together",
                            "The student and the school together",
                            "Either proposes; it is agreed when the other says yes."),
                    new Option<>(
                            GoalChoice.STUDENT,
                            "student",
                            "The student",
                            "What a student proposes holds at once. What the school proposes waits for the student."),
                    new Option<>(
                            GoalChoice.SCHOOL,
                            "school",
                            "The school",
                            "Teachers set goals and paths; students read them and answer."))),
            GoalChoice.TOGETHER,
            ANY_PART));

    /** Whether one piece of evidence may rate competencies of several subjects. */
    public static final Setting<Boolean> ACROSS_SUBJECTS = add(new Setting<>(
            "interconnectedness.across-subjects",
            DesignChoice.INTERCONNECTEDNESS,
            "May one piece of evidence count in several subjects?",
            "A project can show mathematics and writing at once. Otherwise it is recorded once for each subject.",
            new Values.YesNo(),
            true,
            DISTRICT));

    /** Where evidence may come from. */
    public static final Setting<Set<Context>> CONTEXTS = add(new Setting<>(
            "opportunities.contexts",
            DesignChoice.OPPORTUNITIES,
            "Where may something be shown?",
            "These places can be chosen when evidence is recorded; others are refused. What is recorded already stays.",
            new Values.SomeOf<>(Arrays.stream(Context.values())
                    .map(context -> Option.of(context, context.code(), capital(context.words())))
                    .toList()),
            Set.of(Context.values()),
            SUBJECTS));

    /** In which forms evidence is accepted. */
    public static final Setting<Set<Form>> FORMS = add(new Setting<>(
            "assessment.forms",
            DesignChoice.ASSESSMENT,
            "In which forms may students show what they know?",
            "These forms can be chosen when evidence is recorded; others are refused. What is recorded already stays.",
            new Values.SomeOf<>(Arrays.stream(Form.values())
                    .map(form -> Option.of(form, form.code(), capital(form.words())))
                    .toList()),
            Set.of(Form.values()),
            SUBJECTS));

    /** Whether pages tell that something mastered needs a refresh. */
    public static final Setting<Boolean> SHOWS_REFRESH = add(new Setting<>(
            "assessment.shows-refresh",
            DesignChoice.ASSESSMENT,
            "Do pages say when something mastered needs a refresh?",
            "After how long it does is part of the rule of mastery. Otherwise it is shown as mastered.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** How long a student practises between two tests of their own on the same competency. */
    public static final Setting<Integer> DAYS_BETWEEN_TESTS = add(new Setting<>(
            "assessment.days-between-tests",
            DesignChoice.ASSESSMENT,
            "How many days lie between two tests that a student takes on the same competency?",
            "The page of the result says when the next one may begin. Tests that a teacher offers are not held back.",
            new Values.Whole(0, 60, "days"),
            2,
            ANY_PART));

    private Settings() {}

    /** All of them, in the order of the ten choices. */
    public static List<Setting<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** Those of one design choice. */
    public static List<Setting<?>> of(DesignChoice choice) {
        return ALL.stream().filter(setting -> setting.choice() == choice).toList();
    }

    /** The setting with this id. */
    public static Optional<Setting<?>> find(String id) {
        for (Setting<?> setting : ALL) {
            if (setting.id().equals(id)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    private static <V> Setting<V> add(Setting<V> setting) {
        ALL.add(setting);
        return setting;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
