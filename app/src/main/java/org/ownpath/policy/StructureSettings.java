package org.ownpath.policy;

import java.util.List;

/** Structure: who works with whom, and at which level. Read as constants of {@link Settings}. */
interface StructureSettings {

    /** How the level that a student works at is found. */
    Setting<WorkingLevel> WORKING_LEVEL = new Setting<>(
            "structure.working-level",
            DesignChoice.STRUCTURE,
            "At which level does a student work?",
            "My path says it for each subject, and marks it on the ladder.",
            new OneOf<>(List.of(
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
            Parts.ANY_PART);

    /** How many years may lie between the birthdays in a group by readiness; 0 for any number. */
    Setting<Integer> AGES_TOGETHER = new Setting<>(
            "structure.ages-together",
            DesignChoice.STRUCTURE,
            "May students of different ages work in one group?",
            "Groups by readiness are proposed so, and nobody can be moved into a group that breaks it.",
            new OneOf<>(List.of(
                    new Option<>(0, "any", "Of any age", "Readiness alone decides who works together."),
                    Option.of(3, "three-years", "Up to three years apart"),
                    Option.of(2, "two-years", "Up to two years apart"),
                    Option.of(1, "one-year", "Up to one year apart"))),
            0,
            Parts.SUBJECTS);

    /** Whether lists of students show the grade that each is enrolled in. */
    Setting<Boolean> GRADE_LABELS = new Setting<>(
            "structure.grade-labels",
            DesignChoice.STRUCTURE,
            "Do lists of students show the grade they are enrolled in?",
            "Without it, the list of a multi-age school shows names alone. Mastery never asks for the grade either way.",
            new YesNo(),
            true,
            Parts.DISTRICT);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(WORKING_LEVEL, AGES_TOGETHER, GRADE_LABELS);
}
