package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Something that can be chosen. */
public record Option(String id, Text text) {

    /** Options with the ids 1, 2, 3 in the order given. */
    public static List<Option> numbered(List<Text> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Option(String.valueOf(i + 1), texts.get(i)))
                .toList();
    }

    /** The option with this text. */
    static Option of(List<Option> options, Text text) {
        return options.stream()
                .filter(option -> option.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Options whose ids follow the alphabet, so that an id says nothing about where its option belongs. */
    static List<Option> unordered(List<Text> texts) {
        return numbered(texts.stream()
                .distinct()
                .sorted(Comparator.comparing(Text::source))
                .toList());
    }

    static List<Option> shuffled(List<Option> options, long seed) {
        List<Option> shuffled = new ArrayList<>(options);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled);
    }

    static void check(List<Option> options, int fewest, List<String> problems) {
        if (options.size() < fewest) {
            problems.add("There are " + options.size() + " options. Write at least " + fewest + ", one a line.");
        }
        Set<Text> seen = new HashSet<>();
        options.stream()
                .filter(option -> !seen.add(option.text()))
                .forEach(twice -> problems.add(
                        "'" + twice.text().plain() + "' is there twice. Keep one of the two or tell them apart."));
    }
}
