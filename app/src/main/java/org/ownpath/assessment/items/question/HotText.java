package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Words of a text are marked.
 *
 * @param prompt has [[1]], [[2]] and so on where the words are that can be marked
 * @param options those words
 * @param keys the ids of those to be marked
 */
public record HotText(Text prompt, List<Option> options, Set<String> keys) implements Question {

    static final String PLACE = "marked";

    /** Keeps copies. */
    public HotText {
        options = List.copyOf(options);
        keys = new TreeSet<>(keys);
    }

    @Override
    public Kind kind() {
        return Kind.HOTTEXT;
    }

    @Override
    public Sheet sheet(long seed) {
        return new Sheet(prompt.around(number -> number < 1 || number > options.size()
                ? new Sheet.Reading("")
                : new Sheet.Place(PLACE, Text.of("Mark"), Sheet.Way.MARK, true, List.of(options.get(number - 1)))));
    }

    @Override
    public Answer rightAnswer() {
        return Answer.of(PLACE, keys.toArray(String[]::new));
    }

    @Override
    public OptionalDouble score(Answer answer) {
        return OptionalDouble.of(MultipleResponse.share(answer.at(PLACE), keys));
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        if (options.size() < 2
                || !prompt.gaps()
                        .equals(IntStream.rangeClosed(1, options.size()).boxed().toList())) {
            problems.add("The text has " + options.size() + " words to mark. Put at least two in double brackets: "
                    + "The [[dog]] [[*barked]].");
        }
        if (keys.isEmpty()) {
            problems.add("No word is right. Begin each right one with a star: [[*barked]].");
        }
        return problems;
    }
}
