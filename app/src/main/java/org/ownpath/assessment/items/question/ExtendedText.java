package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A longer answer, which a person scores. Adaptive tests leave it out.
 *
 * @param guidance what a good answer has, for whoever scores it; never shown to students
 * @param points how many points a perfect answer has; 1 or more
 */
public record ExtendedText(Text prompt, String guidance, int points) implements Question {

    static final String PLACE = "essay";

    @Override
    public Kind kind() {
        return Kind.EXTENDED;
    }

    @Override
    public Sheet sheet(long seed) {
        return Sheet.of(prompt, new Sheet.Place(PLACE, Text.of("Your answer"), Sheet.Way.LINES, false, List.of()));
    }

    @Override
    public Answer rightAnswer() {
        return new Answer(Map.of());
    }

    @Override
    public OptionalDouble score(Answer answer) {
        return OptionalDouble.empty();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        prompt.check(problems);
        if (points < 1 || points > 100) {
            problems.add(points + " points cannot be given. Use a number from 1 to 100.");
        }
        return problems;
    }
}
