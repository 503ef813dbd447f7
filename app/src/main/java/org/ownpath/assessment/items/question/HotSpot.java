package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Places on a picture are marked. The score is the share of right ones marked, less a share for each wrong one.
 *
 * @param keys the ids of those to be marked; where there is one, only one can be
 */
public record HotSpot(Text prompt, Picture picture, List<Spot> spots, Set<String> keys) implements Question {

    static final String PLACE = "spots";

    /** Keeps copies. */
    public HotSpot {
        spots = List.copyOf(spots);
        keys = new TreeSet<>(keys);
    }

    @Override
    public Kind kind() {
        return Kind.HOTSPOT;
    }

    @Override
    public Sheet sheet(long seed) {
        boolean one = keys.size() < 2;
        Sheet.Place place = new Sheet.Place(
                PLACE,
                Text.of(one ? "Choose one place" : "Choose every place that is right"),
                one ? Sheet.Way.ONE : Sheet.Way.SOME,
                false,
                options());
        Sheet.Part answered = picture.chosen() ? new Sheet.Scene(place, picture, spots) : place;
        return new Sheet(List.of(new Sheet.Reading(prompt.html()), answered));
    }

    /** The places by their numbers, with words for each. */
    public List<Option> options() {
        return spots.stream()
                .map(spot -> new Option(spot.id(), Text.of("Place " + spot.id() + ": " + spot.words(picture))))
                .toList();
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
        if (!picture.chosen()) {
            problems.add("There is no picture. Choose a PNG, JPEG or GIF of at most 400 KB.");
        } else if (picture.words().isBlank()) {
            problems.add("Nothing says what the picture shows. Write it in a few words, for whoever does not see it.");
        }
        if (spots.size() < 2) {
            problems.add("The picture has " + spots.size() + " places. Write at least two, one a line: "
                    + "circle 120,80,30: near the top.");
        }
        if (keys.isEmpty()) {
            problems.add("No place is marked as right. Begin each right one with a star (*).");
        }
        spots.stream()
                .filter(this::outside)
                .forEach(spot -> problems.add("Place " + spot.id() + " ("
                        + spot.shape().numbers() + ") is outside of the picture, which is " + picture.width()
                        + " wide and "
                        + picture.height() + " high. Move it."));
        return problems;
    }

    private boolean outside(Spot spot) {
        Shape.Point middle = spot.shape().middle();
        return picture.chosen() && (middle.across() > picture.width() || middle.down() > picture.height());
    }
}
