package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One of several answers is right.
 *
 * @param key the id of the right option
 * @param shuffle whether options may be shown in another order
 */
public record Choice(Text prompt, List<Option> options, String key, boolean shuffle) implements Question {

    static final String PLACE = "choice";

    /** Keeps a copy. */
    public Choice {
        options = List.copyOf(options);
    }

    @Override
    public Kind kind() {
        return Kind.CHOICE;
    }

    @Override
    public Sheet sheet(long seed) {
        List<Option> shown = shuffle ? Option.shuffled(options, seed) : options;
        return Sheet.of(prompt, new Sheet.Place(PLACE, Text.of("Choose one"), Sheet.Way.ONE, false, shown));
    }

    @Override
    public Answer rightAnswer() {
        return Answer.of(PLACE, key);
    }

    @Override
    public OptionalDouble score(Answer answer) {
        return OptionalDouble.of(answer.only(PLACE).equals(key) ? 1 : 0);
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        Option.check(options, 2, problems);
        if (options.stream().noneMatch(option -> option.id().equals(key))) {
            problems.add("No option is marked as right. Begin the right one with a star (*).");
        }
        return problems;
    }
}
