package org.ownpath.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a school has agreed on about its records.
 *
 * @param dispositions the subjects that are habits and attitudes: reported apart, never in an academic count
 * @param letters the conversion for a traditional transcript; what is mastered earns at least the lowest
 * @param traditionalFrom the lowest level that a traditional transcript lists
 * @param creditsPerLevel what a complete level of a subject counts on a traditional transcript
 */
public record Conventions(
        Set<String> dispositions, List<LetterGrade> letters, int traditionalFrom, double creditsPerLevel) {

    /** What holds at every school. */
    public static final Conventions USUAL = new Conventions(
            Set.of("Habits"),
            List.of(
                    new LetterGrade("A", 50, 4.0),
                    new LetterGrade("A-", 30, 3.7),
                    new LetterGrade("B+", 15, 3.3),
                    new LetterGrade("B", 0, 3.0)),
            6,
            1.0);

    /** Keeps its own copies. */
    public Conventions {
        dispositions = Set.copyOf(dispositions);
        letters = List.copyOf(letters);
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("A conversion needs at least one letter");
        }
    }

    /** Whether a subject is about habits and attitudes. */
    public boolean isDisposition(String subject) {
        return dispositions.contains(subject);
    }

    /** The letter for something mastered, by how far it is from mastery (0) to the top of the scale (1). */
    LetterGrade letter(double beyondMastery) {
        return letters.stream()
                .filter(grade -> grade.from() <= Math.round(100 * beyondMastery))
                .max(Comparator.comparingInt(LetterGrade::from))
                .orElseGet(() -> letters.get(letters.size() - 1));
    }
}
