package org.ownpath.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ownpath.engine.Form;

/** Assessment and tracking: how students show what they know, and how long it lasts. Read as constants of {@link Settings}. */
interface AssessmentSettings {

    /** In which forms evidence is accepted. */
    Setting<Set<Form>> FORMS = new Setting<>(
            "assessment.forms",
            DesignChoice.ASSESSMENT,
            "In which forms may students show what they know?",
            "These forms can be chosen when evidence is recorded; others are refused. What is recorded already stays.",
            new SomeOf<>(Arrays.stream(Form.values())
                    .map(form -> Option.called(form, form.code(), form.words()))
                    .toList()),
            Set.of(Form.values()),
            Parts.SUBJECTS);

    /** Whether pages tell that something mastered needs a refresh. */
    Setting<Boolean> SHOWS_REFRESH = new Setting<>(
            "assessment.shows-refresh",
            DesignChoice.ASSESSMENT,
            "Do pages say when something mastered needs a refresh?",
            "After how long it does is part of the rule of mastery. Otherwise it is shown as mastered.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether a student's plan also shows the grade that birthdays alone would give. */
    Setting<Boolean> BESIDE_BIRTHDAY = new Setting<>(
            "assessment.beside-birthday",
            DesignChoice.ASSESSMENT,
            "Does a student's plan also show the grade by birthday?",
            "Beside the level that the student works at in each subject, and beside what was mastered in a year. Only a "
                    + "view: no judgement, goal or signal goes by it. Students and families read it, too.",
            new YesNo(),
            false,
            Parts.ANY_PART);

    /** What places a student who comes without evidence of the lower levels. */
    Setting<PlacementSource> PLACEMENT = new Setting<>(
            "assessment.placement",
            DesignChoice.ASSESSMENT,
            "What places a student who has shown nothing of the lower levels?",
            "Somebody who comes from elsewhere, for instance. My path, what is next and groups by readiness go by it. It "
                    + "masters nothing: what lies below stays open to be shown, and transcripts do not count it.",
            new OneOf<>(List.of(
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
            Parts.SUBJECTS);

    /** How long a student practises between two tests of their own on the same competency. */
    Setting<Integer> DAYS_BETWEEN_TESTS = new Setting<>(
            "assessment.days-between-tests",
            DesignChoice.ASSESSMENT,
            "How many days lie between two tests that a student takes on the same competency?",
            "The page of the result says when the next one may begin. Tests that a teacher offers are not held back.",
            new WholeNumber(0, 60, "days"),
            2,
            Parts.ANY_PART);

    /** How many questions of a competency a test that adapts asks at most. */
    Setting<Integer> TEST_LENGTH = new Setting<>(
            "assessment.test-length",
            DesignChoice.ASSESSMENT,
            "How many questions on a competency does a test ask at most?",
            "Of a test that follows the answers: it ends sooner when it is sure enough. A test that has begun goes on as "
                    + "it began.",
            new WholeNumber(6, 30, "questions"),
            12,
            Parts.SUBJECTS);

    /** How sure such a test has to be before it ends. */
    Setting<TestPrecision> TEST_PRECISION = new Setting<>(
            "assessment.test-precision",
            DesignChoice.ASSESSMENT,
            "How sure must a test be before it ends?",
            "The surer, the more questions it asks. A test that has begun goes on as it began.",
            new OneOf<>(List.of(
                    new Option<>(TestPrecision.QUICK, "quick", "A quick look", "Right about 8 times in 10."),
                    new Option<>(TestPrecision.USUAL, "usual", "Quite sure", "Right about 9 times in 10."),
                    new Option<>(TestPrecision.THOROUGH, "thorough", "Very sure", "Right about 19 times in 20."))),
            TestPrecision.USUAL,
            Parts.SUBJECTS);

    /** Below which chance of recall a short check is proposed, in hundredths; 0 for never. */
    Setting<Integer> RETENTION = new Setting<>(
            "assessment.retention-checks",
            DesignChoice.ASSESSMENT,
            "When is a short check of something mastered proposed?",
            "Teachers find the checks that are due with each group. A check is evidence like any other.",
            new OneOf<>(List.of(
                    new Option<>(90, "early", "Early", "When about 1 in 10 would have forgotten."),
                    new Option<>(80, "usual", "In good time", "When about 1 in 5 would have forgotten."),
                    new Option<>(60, "late", "Late", "When about 2 in 5 would have forgotten."),
                    Option.of(0, "never", "Never"))),
            80,
            Parts.SUBJECTS);

    /** Figures of fewer students than this are withheld. */
    Setting<Integer> SMALLEST_GROUP = new Setting<>(
            "assessment.smallest-group",
            DesignChoice.ASSESSMENT,
            "Of how many students must a figure be before it is shown?",
            "Outcomes by subgroup, and what a draft would change. A figure of fewer could tell of single students.",
            new WholeNumber(5, 100, "students"),
            10,
            Parts.DISTRICT);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(
            FORMS,
            SHOWS_REFRESH,
            BESIDE_BIRTHDAY,
            PLACEMENT,
            DAYS_BETWEEN_TESTS,
            TEST_LENGTH,
            TEST_PRECISION,
            RETENTION,
            SMALLEST_GROUP);
}
