package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number, a formula or a word is typed.
 *
 * @param keys any of them is right
 * @param unit shown behind the field; may be empty
 */
public record TextEntry(Text prompt, List<Key> keys, String unit) implements Question {

    static final String PLACE = "text";

    /** Keeps a copy. */
    public TextEntry {
        keys = List.copyOf(keys);
    }

    /** When a typed answer is the same as the key. */
    public enum Matching {
        /** The same letters, capital or not, whatever the spaces. */
        WORDS,
        /** The same number, however it is written, within a tolerance. */
        NUMBER,
        /** A formula that has the same value whatever the letters stand for. */
        FORMULA
    }

    /**
     * A right answer.
     *
     * @param tolerance how far a number may be off; 0 for words and formulas
     */
    public record Key(String text, Matching matching, double tolerance) {

        boolean accepts(String typed) {
            return switch (matching) {
                case WORDS -> plain(typed).equals(plain(text));
                case NUMBER -> Formula.sameNumber(text, typed, tolerance);
                case FORMULA -> Formula.equivalent(text, typed);
            };
        }

        private static String plain(String text) {
            return text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
        }

        private boolean readable() {
            return switch (matching) {
                case WORDS -> !text.isBlank();
                case NUMBER -> Formula.number(text).isPresent();
                case FORMULA -> Formula.equivalent(text, text);
            };
        }
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public Sheet sheet(long seed) {
        String label = unit.isEmpty() ? "Your answer" : "Your answer, in " + unit;
        return Sheet.of(prompt, new Sheet.Place(PLACE, Text.of(label), Sheet.Way.WORD, false, List.of()));
    }

    @Override
    public Answer rightAnswer() {
        return Answer.of(PLACE, keys.get(0).text());
    }

    @Override
    public OptionalDouble score(Answer answer) {
        String typed = answer.only(PLACE);
        return OptionalDouble.of(!typed.isBlank() && keys.stream().anyMatch(key -> key.accepts(typed)) ? 1 : 0);
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        if (keys.isEmpty()) {
            problems.add("There is no right answer. Write at least one, one a line.");
        }
        keys.stream()
                .filter(key -> !key.readable())
                .forEach(key -> problems.add("'" + key.text() + "' cannot be read as a "
                        + (key.matching() == Matching.NUMBER ? "number" : "formula")
                        + ". Correct it, or compare it as words."));
        return problems;
    }
}
