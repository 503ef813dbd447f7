package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Things are put in order. The score is the share of things in their right place.
 *
 * @param keys the ids in the right order
 */
public record Order(Text prompt, List<Option> options, List<String> keys) implements Question {

    /** Keeps copies. */
    public Order {
        options = List.copyOf(options);
        keys = List.copyOf(keys);
    }

    /** Things in their right order. */
    public static Order of(Text prompt, List<Text> inOrder) {
        List<Option> options = Option.unordered(inOrder);
        return new Order(
                prompt,
                options,
                inOrder.stream().map(text -> Option.of(options, text).id()).toList());
    }

    @Override
    public Kind kind() {
        return Kind.ORDER;
    }

    @Override
    public Sheet sheet(long seed) {
        List<Option> shown = Option.shuffled(options, seed);
        return Sheet.of(
                prompt,
                IntStream.rangeClosed(1, keys.size())
                        .mapToObj(place ->
                                new Sheet.Place(place(place), Text.of("Place " + place), Sheet.Way.PICK, false, shown))
                        .toList());
    }

    static String place(int number) {
        return "place" + number;
    }

    @Override
    public Answer rightAnswer() {
        return new Answer(IntStream.rangeClosed(1, keys.size())
                .boxed()
                .collect(Collectors.toMap(Order::place, i -> List.of(keys.get(i - 1)))));
    }

    @Override
    public OptionalDouble score(Answer answer) {
        long right = IntStream.rangeClosed(1, keys.size())
                .filter(i -> answer.only(place(i)).equals(keys.get(i - 1)))
                .count();
        return OptionalDouble.of(keys.isEmpty() ? 0 : right / (double) keys.size());
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        Option.check(options, 2, problems);
        if (keys.size() != options.size()) {
            problems.add(keys.size() + " places for " + options.size()
                    + " different things. Write each thing once, in the right order.");
        }
        return problems;
    }
}
