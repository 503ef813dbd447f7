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

    /** How many years may lie between the birthdays in a group by readiness; 0 for any number. */
    public static final Setting<Integer> AGES_TOGETHER = add(new Setting<>(
            "structure.ages-together",
            DesignChoice.STRUCTURE,
            "May students of different ages work in one group?",
            "Groups by readiness are proposed so, and nobody can be moved into a group that breaks it.",
            new Values.OneOf<>(List.of(
                    new Option<>(0, "any", "Of any age", "Readiness alone decides who works together."),
                    Option.of(3, "three-years", "Up to three years apart"),
                    Option.of(2, "two-years", "Up to two years apart"),
                    Option.of(1, "one-year", "Up to one year apart"))),
            0,
            SUBJECTS));

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

    /** The hours of the week in which students are worked with, the extended day included. */
    public static final Setting<List<Hours>> HOURS = add(new Setting<>(
            "calendar.hours",
            DesignChoice.CALENDAR,
            "At which hours does the school work with students?",
            "The school day and the extended day: before school, afternoons, Saturdays. Groups by readiness meet in these "
                    + "hours, and students and families read which. Without lines they meet at any hour.",
            new Values.Lines<>(
                    "Extended day: Monday to Friday, 15:00 to 17:30", Hours::read, Hours::toString, Hours::toString),
            List.of(),
            DISTRICT));

    /** In how many levels ratings are given and said. */
    public static final Setting<RatingLevels> RATING_LEVELS = add(new Setting<>(
            "grading.rating-levels",
            DesignChoice.GRADING,
            "In how many levels are ratings given?",
            "Teachers choose among these, and students and families read them. What is stored stays on the framework's "
                    + "scale, so nothing is lost when this changes, and mastery begins at the same point.",
            new Values.OneOf<>(List.of(
                    Option.of(RatingLevels.FRAMEWORK, "framework", "As many as the framework has"),
                    new Option<>(RatingLevels.TWO, "two", "Two: not yet, or shown", "For what is there or is not."),
                    new Option<>(RatingLevels.THREE, "three", "Three", "Mastery begins at the second."),
                    new Option<>(RatingLevels.FIVE, "five", "Five", "Mastery begins at the fourth."),
                    new Option<>(
                            RatingLevels.TWELVE,
                            "twelve",
                            "Twelve",
                            "Three steps to each of four levels: growth shows sooner. Mastery begins at the ninth."))),
            RatingLevels.FRAMEWORK,
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SUBJECT, Scope.Kind.LEVEL)));

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

    /** How long after a result another try at the same opens. */
    public static final Setting<Integer> COOLING_OFF_DAYS = add(new Setting<>(
            "progress.cooling-off-days",
            DesignChoice.PROGRESS,
            "How many days after a result does another try open?",
            "The days are for practice. The page of the demonstration says when the next try opens.",
            new Values.Whole(0, 60, "days"),
            0,
            ANY_PART));

    /** How often a student may ask for the same within a year; 0 for as often as they like. */
    public static final Setting<Integer> MOST_TRIES = add(new Setting<>(
            "progress.most-tries",
            DesignChoice.PROGRESS,
            "How often may a student ask to show the same again?",
            "Within a year. After that the teacher and the student agree on support first. No try is ever taken away.",
            new Values.OneOf<>(List.of(
                    Option.of(0, "unlimited", "As often as they like"),
                    Option.of(2, "twice", "Twice"),
                    Option.of(3, "three", "Three times"),
                    Option.of(5, "five", "Five times"))),
            0,
            ANY_PART));

    /** Which signals are looked for. */
    public static final Setting<Set<Noticed>> SIGNALS = add(new Setting<>(
            "support.signals",
            DesignChoice.SUPPORT,
            "What does the school want to notice?",
            "Each names students on the list Today of their teachers. What is not chosen is not looked for.",
            new Values.SomeOf<>(Arrays.stream(Noticed.values())
                    .map(each -> new Option<>(each, each.code(), each.title(), each.help()))
                    .toList()),
            Set.of(Noticed.values()),
            SUBJECTS));

    /** Who is told of signals. */
    public static final Setting<SignalOwner> SIGNAL_OWNER = add(new Setting<>(
            "support.owner",
            DesignChoice.SUPPORT,
            "Who sees to what is noticed?",
            "On whose list Today a student stands. Leaders see everybody. An advisory is a group about no subject in "
                    + "particular; without one, choose teachers.",
            new Values.OneOf<>(List.of(
                    Option.of(
                            SignalOwner.TEACHERS_AND_ADVISORS,
                            "teachers-and-advisors",
                            "Teachers in their subjects, advisors in all"),
                    Option.of(SignalOwner.TEACHERS, "teachers", "Teachers, each in their subjects"),
                    Option.of(SignalOwner.ADVISORS, "advisors", "Advisors, in all subjects"))),
            SignalOwner.TEACHERS_AND_ADVISORS,
            DISTRICT));

    /** After how many tries somebody counts as stuck or guessing. */
    public static final Setting<Integer> STUCK_TRIES = add(new Setting<>(
            "support.stuck-tries",
            DesignChoice.SUPPORT,
            "After how many tries that do not get better is a student stuck?",
            "Fewer tries bring help sooner and name more students on the list Today.",
            new Values.Whole(2, 10, "tries"),
            4,
            SUBJECTS));

    /** The shortest pause that is called stalled. */
    public static final Setting<Integer> STALLED_DAYS = add(new Setting<>(
            "support.stalled-days",
            DesignChoice.SUPPORT,
            "How many days without evidence are the shortest pause to ask about?",
            "A pause is told only if it is also rare at the student's own pace.",
            new Values.Whole(7, 120, "days"),
            21,
            SUBJECTS));

    /** When a new plan of support is looked at again, unless somebody chooses another day. */
    public static final Setting<Integer> REVIEW_DAYS = add(new Setting<>(
            "support.review-days",
            DesignChoice.SUPPORT,
            "After how many days does the school look whether support has helped?",
            "A new plan of support proposes this day. Whoever writes the plan can choose another one.",
            new Values.Whole(5, 120, "days"),
            21,
            SUBJECTS));

    /** Whether students may ask to show something. */
    public static final Setting<Boolean> ASKS = add(new Setting<>(
            "choice.asks",
            DesignChoice.CHOICE,
            "May students ask to show what they know?",
            "With a teacher of their own choice, when they feel ready. Otherwise teachers say when.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** What a student does who asks before what comes first is shown. */
    public static final Setting<ReadinessGate> READINESS_GATE = add(new Setting<>(
            "choice.readiness-gate",
            DesignChoice.CHOICE,
            "What if a student asks to show something before what comes first is shown?",
            "The page to ask names what comes first, and why it helps. Nobody is turned away for good.",
            new Values.OneOf<>(List.of(
                    new Option<>(
                            ReadinessGate.NOTE,
                            "note",
                            "They write why they are ready",
                            "The teacher reads it and answers."),
                    new Option<>(
                            ReadinessGate.STEP,
                            "step",
                            "They take one step first",
                            "An activity that is good for it and done, a session of support, or showing what comes first; "
                                    + "within the last 60 days."))),
            ReadinessGate.NOTE,
            ANY_PART));

    /** Whether students may begin a task without waiting for an answer. */
    public static final Setting<Boolean> STARTS_AT_ONCE = add(new Setting<>(
            "choice.starts-at-once",
            DesignChoice.CHOICE,
            "May students begin a task of the library at once?",
            "The teacher sees that it is under way, and can still suggest practice first. Otherwise each waits for an answer.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Whether students may start tests themselves. */
    public static final Setting<Boolean> OWN_TESTS = add(new Setting<>(
            "choice.own-tests",
            DesignChoice.CHOICE,
            "May students start a test by themselves?",
            "Where the school has questions for it. Otherwise they take the tests that their teachers offer.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Whether students may design a project of their own. */
    public static final Setting<Boolean> OWN_PROJECTS = add(new Setting<>(
            "choice.own-projects",
            DesignChoice.CHOICE,
            "May students design a project, or propose another way to show something?",
            "It is one of the ways to choose when they ask to show what they know.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Whether students may put work forward that is done already. */
    public static final Setting<Boolean> NOMINATES = add(new Setting<>(
            "choice.nominates",
            DesignChoice.CHOICE,
            "May students put forward work that they have done already?",
            "A piece of the portfolio, for a teacher to score. Otherwise they show something new.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Whether students see what lies ahead of what they are ready for. */
    public static final Setting<Boolean> SEES_AHEAD = add(new Setting<>(
            "choice.sees-ahead",
            DesignChoice.CHOICE,
            "Do students see all that lies ahead on their path?",
            "Otherwise My path lists what is mastered, begun or ready. The framework itself stays open to everybody.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Whether students put activities on their own plan. */
    public static final Setting<Boolean> OWN_ACTIVITIES = add(new Setting<>(
            "choice.own-activities",
            DesignChoice.CHOICE,
            "May students put activities on their plan by themselves?",
            "Otherwise their family or the school does. Everybody can always read the catalogue and suggest something.",
            new Values.YesNo(),
            true,
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.STUDENT)));

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

    /** Whether a transferable skill is told for each subject with which it was shown. */
    public static final Setting<Boolean> SKILLS_BY_AREA = add(new Setting<>(
            "interconnectedness.skills-by-area",
            DesignChoice.INTERCONNECTEDNESS,
            "Are the skills of a subject, such as habits, judged area by area too?",
            "The page that says why a skill stands as it does also tells how it stands by what was shown together with each "
                    + "other subject. The judgement for the whole school stays the one that counts.",
            new Values.YesNo(),
            false,
            SUBJECTS));

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

    /** Whether learning from before or outside is considered. */
    public static final Setting<Boolean> PRIOR_LEARNING = add(new Setting<>(
            "opportunities.prior-learning",
            DesignChoice.OPPORTUNITIES,
            "May students show what they learnt before, or earned outside school?",
            "A teacher reviews each request and decides what it shows. Otherwise only what is shown here counts.",
            new Values.YesNo(),
            true,
            ANY_PART));

    /** Whether activities of others, outside school, go on plans. */
    public static final Setting<Boolean> OUTSIDE_ACTIVITIES = add(new Setting<>(
            "opportunities.outside-activities",
            DesignChoice.OPPORTUNITIES,
            "Do activities outside school belong on a student's plan?",
            "Clubs, internships, courses and games of other providers that the school has vetted. Otherwise the catalogue "
                    + "offers those in school. What is on a plan already stays.",
            new Values.YesNo(),
            true,
            DISTRICT));

    /** Whether people from outside may be asked to assess. */
    public static final Setting<Boolean> OUTSIDE_ASSESSORS = add(new Setting<>(
            "opportunities.outside-assessors",
            DesignChoice.OPPORTUNITIES,
            "May teachers ask people from outside to look at a student's work?",
            "An expert, an employer or a coach gets a link to one demonstration. The teacher decides what counts.",
            new Values.YesNo(),
            true,
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.SUBJECT)));

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

    /** What places a student who comes without evidence of the lower levels. */
    public static final Setting<PlacementSource> PLACEMENT = add(new Setting<>(
            "assessment.placement",
            DesignChoice.ASSESSMENT,
            "What places a student who has shown nothing of the lower levels?",
            "Somebody who comes from elsewhere, for instance. My path, what is next and groups by readiness go by it. It "
                    + "masters nothing: what lies below stays open to be shown, and transcripts do not count it.",
            new Values.OneOf<>(List.of(
                    new Option<>(
                            PlacementSource.NOTHING,
                            "foot",
                            "Nothing: everybody begins at the foot",
                            "Each level is shown, by evidence or as prior learning."),
                    new Option<>(
                            PlacementSource.FIRST_MASTERY,
                            "first-mastery",
                            "What the student masters first",
                            "A first test, task or prior learning places the student at its level."))),
            PlacementSource.NOTHING,
            SUBJECTS));

    /** How long a student practises between two tests of their own on the same competency. */
    public static final Setting<Integer> DAYS_BETWEEN_TESTS = add(new Setting<>(
            "assessment.days-between-tests",
            DesignChoice.ASSESSMENT,
            "How many days lie between two tests that a student takes on the same competency?",
            "The page of the result says when the next one may begin. Tests that a teacher offers are not held back.",
            new Values.Whole(0, 60, "days"),
            2,
            ANY_PART));

    /** How many questions of a competency a test that adapts asks at most. */
    public static final Setting<Integer> TEST_LENGTH = add(new Setting<>(
            "assessment.test-length",
            DesignChoice.ASSESSMENT,
            "How many questions on a competency does a test ask at most?",
            "Of a test that follows the answers: it ends sooner when it is sure enough. A test that has begun goes on as "
                    + "it began.",
            new Values.Whole(6, 30, "questions"),
            12,
            SUBJECTS));

    /** How sure such a test has to be before it ends. */
    public static final Setting<TestPrecision> TEST_PRECISION = add(new Setting<>(
            "assessment.test-precision",
            DesignChoice.ASSESSMENT,
            "How sure must a test be before it ends?",
            "The surer, the more questions it asks. A test that has begun goes on as it began.",
            new Values.OneOf<>(List.of(
                    new Option<>(TestPrecision.QUICK, "quick", "A quick look", "Right about 8 times in 10."),
                    new Option<>(TestPrecision.USUAL, "usual", "Quite sure", "Right about 9 times in 10."),
                    new Option<>(TestPrecision.THOROUGH, "thorough", "Very sure", "Right about 19 times in 20."))),
            TestPrecision.USUAL,
            SUBJECTS));

    /** Below which chance of recall a short check is proposed, in hundredths; 0 for never. */
    public static final Setting<Integer> RETENTION = add(new Setting<>(
            "assessment.retention-checks",
            DesignChoice.ASSESSMENT,
            "When is a short check of something mastered proposed?",
            "Teachers find the checks that are due with each group. A check is evidence like any other.",
            new Values.OneOf<>(List.of(
                    new Option<>(90, "early", "Early", "When about 1 in 10 would have forgotten."),
                    new Option<>(80, "usual", "In good time", "When about 1 in 5 would have forgotten."),
                    new Option<>(60, "late", "Late", "When about 2 in 5 would have forgotten."),
                    Option.of(0, "never", "Never"))),
            80,
            SUBJECTS));

    /** Figures of fewer students than this are withheld. */
    public static final Setting<Integer> SMALLEST_GROUP = add(new Setting<>(
            "assessment.smallest-group",
            DesignChoice.ASSESSMENT,
            "Of how many students must a figure be before it is shown?",
            "Outcomes by subgroup, and what a draft would change. A figure of fewer could tell of single students.",
            new Values.Whole(5, 100, "students"),
            10,
            DISTRICT));

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
