package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Each thing on the left belongs to one on the right. The score is the share of things that are put right.
 *
 * @param keys the id of the right thing, by the id of the left one
 */
public record Match(Text prompt, List<Option> left, List<Option> right, Map<String, String> keys) implements Question {

    /** Keeps copies. */
    public Match {
        left = List.copyOf(left);
        right = List.copyOf(right);
        keys = new TreeMap<>(keys);
    }

    /** A pair that belongs together. */
    public record Pair(Text left, Text right) {}

    /** What belongs together, and more on the right that belongs to nothing. */
    public static Match of(Text prompt, List<Pair> pairs, List<Text> others) {
        List<Option> left = Option.numbered(pairs.stream().map(Pair::left).toList());
        List<Text> texts = new ArrayList<>(pairs.stream().map(Pair::right).toList());
        texts.addAll(others);
        List<Option> right = Option.unordered(texts);
        Map<String, String> keys = new TreeMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            keys.put(left.get(i).id(), Option.of(right, pairs.get(i).right()).id());
        }
        return new Match(prompt, left, right, keys);
    }

    @Override
    public Kind kind() {
        return Kind.MATCH;
    }

    @Override
    public Sheet sheet(long seed) {
        List<Option> shown = Option.shuffled(right, seed);
        return Sheet.of(
                prompt,
                left.stream()
                        .map(thing -> new Sheet.Place(place(thing.id()), thing.text(), Sheet.Way.PICK, false, shown))
                        .toList());
    }

    static String place(String left) {
        return "left" + left;
    }

    @Override
    public Answer rightAnswer() {
        return new Answer(keys.entrySet().stream()
                .collect(Collectors.toMap(pair -> place(pair.getKey()), pair -> List.of(pair.getValue()))));
    }

    @Override
    public OptionalDouble score(Answer answer) {
        long correct = left.stream()
                .filter(thing -> answer.only(place(thing.id())).equals(keys.get(thing.id())))
                .count();
        return OptionalDouble.of(left.isEmpty() ? 0 : correct / (double) left.size());
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        Option.check(left, 2, problems);
        Option.check(right, 2, problems);
        left.stream()
                .filter(thing -> right.stream().noneMatch(option -> option.id().equals(keys.get(thing.id()))))
                .forEach(thing -> problems.add("'" + thing.text().plain()
                        + "' belongs to nothing. Write each pair on a line of its own: left -> right."));
        return problems;
    }
}
