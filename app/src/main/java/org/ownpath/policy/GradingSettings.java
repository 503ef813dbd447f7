package org.ownpath.policy;

import java.util.List;
import java.util.Set;

/** Grading: how results are said. Read as constants of {@link Settings}. */
interface GradingSettings {

    /** In how many levels ratings are given and said. */
    Setting<RatingLevels> RATING_LEVELS = new Setting<>(
            "grading.rating-levels",
            DesignChoice.GRADING,
            "In how many levels are ratings given?",
            "Teachers choose among these, and students and families read them. What is stored stays on the framework's "
                    + "scale, so nothing is lost when this changes, and mastery begins at the same point.",
            new OneOf<>(List.of(
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
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SUBJECT, Scope.Kind.LEVEL));

    /** How ratings are said. */
    Setting<LevelWords> LEVEL_WORDS = new Setting<>(
            "grading.level-words",
            DesignChoice.GRADING,
            "How are ratings said?",
            "Wherever students and families read a rating. The rating itself stays the same.",
            new OneOf<>(List.of(
                    Option.of(LevelWords.NUMBERS, "numbers", "In numbers"),
                    Option.of(LevelWords.WORDS, "words", "In the words of the scale"),
                    Option.of(LevelWords.BOTH, "both", "In numbers and words"))),
            LevelWords.NUMBERS,
            Parts.ANY_PART);

    /** Whether a subject, such as habits of work, is reported apart from the others. */
    Setting<Boolean> REPORTED_APART = new Setting<>(
            "grading.reported-apart",
            DesignChoice.GRADING,
            "Is a subject reported apart from academic results?",
            "Such as habits of work. On My path it is left out of the total, and has a line of its own.",
            new YesNo(),
            false,
            Parts.SUBJECTS);

    /** The table from values to letters; none where there are no letters. */
    Setting<List<LetterGrade>> LETTERS = new Setting<>(
            "grading.letters",
            DesignChoice.GRADING,
            "Which letters and grade points stand beside the level?",
            "For colleges and families who ask. The table is shown with the letter; without lines there are no letters.",
            new Lines<>("A from 3.5, 4.0 points", LetterGrade::read, LetterGrade::toString, LetterGrade::toString),
            List.of(),
            Parts.ANY_PART);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(RATING_LEVELS, LEVEL_WORDS, REPORTED_APART, LETTERS);
}
