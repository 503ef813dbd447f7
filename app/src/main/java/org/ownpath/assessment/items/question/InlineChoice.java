package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gaps in a text, each with a list to pick from. The score is the share of gaps filled right.
 *
 * @param prompt has [[1]], [[2]] and so on where the gaps are
 */
public record InlineChoice(Text prompt, List<Gap> gaps) implements Question {

    /** Keeps a copy. */
    public InlineChoice {
        gaps = List.copyOf(gaps);
    }

    /**
     * One gap.
     *
     * @param key the id of the right option
     */
    public record Gap(List<Option> options, String key) {

        /** Keeps a copy. */
        public Gap {
            options = List.copyOf(options);
        }
    }

    @Override
    public Kind kind() {
        return Kind.INLINE;
    }

    @Override
    public Sheet sheet(long seed) {
        return new Sheet(prompt.around(number -> number < 1 || number > gaps.size()
                ? new Sheet.Reading("")
                : new Sheet.Place(
                        place(number),
                        Text.of("Gap " + number),
                        Sheet.Way.PICK,
                        true,
                        Option.shuffled(gaps.get(number - 1).options(), seed + number))));
    }

    static String place(int number) {
        return "gap" + number;
    }

    @Override
    public Answer rightAnswer() {
        return new Answer(IntStream.rangeClosed(1, gaps.size())
                .boxed()
                .collect(Collectors.toMap(
                        InlineChoice::place, i -> List.of(gaps.get(i - 1).key()))));
    }

    @Override
    public OptionalDouble score(Answer answer) {
        long right = IntStream.rangeClosed(1, gaps.size())
                .filter(i -> answer.only(place(i)).equals(gaps.get(i - 1).key()))
                .count();
        return OptionalDouble.of(gaps.isEmpty() ? 0 : right / (double) gaps.size());
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        List<Integer> there = prompt.gaps();
        if (!there.equals(IntStream.rangeClosed(1, gaps.size()).boxed().toList()) || gaps.isEmpty()) {
            problems.add("The text has the gaps " + there + " and there are lists for " + gaps.size()
                    + ". Write [[1]], [[2]] in the text and one line of options for each.");
        }
        for (Gap gap : gaps) {
            Option.check(gap.options(), 2, problems);
            if (gap.options().stream().noneMatch(option -> option.id().equals(gap.key()))) {
                problems.add("A gap has no right option. Begin the right one with a star (*).");
            }
        }
        return problems;
    }
}
