package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Several of the answers are right. The score is the share of right ones chosen, less a share for each wrong one.
 *
 * @param keys the ids of the right options
 */
public record MultipleResponse(Text prompt, List<Option> options, Set<String> keys, boolean shuffle)
        implements Question {

    static final String PLACE = "choices";

    /** Keeps copies. */
    public MultipleResponse {
        options = List.copyOf(options);
        keys = new TreeSet<>(keys);
    }

    @Override
    public Kind kind() {
        return Kind.MULTIPLE;
    }

    @Override
    public Sheet sheet(long seed) {
        List<Option> shown = shuffle ? Option.shuffled(options, seed) : options;
        return Sheet.of(
                prompt, new Sheet.Place(PLACE, Text.of("Choose all that are right"), Sheet.Way.SOME, false, shown));
    }

    @Override
    public Answer rightAnswer() {
        return Answer.of(PLACE, keys.toArray(String[]::new));
    }

    @Override
    public OptionalDouble score(Answer answer) {
        return OptionalDouble.of(share(answer.at(PLACE), keys));
    }

    static double share(List<String> chosen, Set<String> keys) {
        long right = chosen.stream().distinct().filter(keys::contains).count();
        long wrong = chosen.stream().distinct().count() - right;
        return keys.isEmpty() ? 0 : Math.max(0, right - wrong) / (double) keys.size();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        Option.check(options, 3, problems);
        if (keys.isEmpty()) {
            problems.add("No option is marked as right. Begin each right one with a star (*).");
        }
        return problems;
    }
}
