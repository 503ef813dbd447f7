package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A question as a browser gets it: texts, and places to answer in. It has no key, because there is no room for one. */
public record Sheet(List<Part> parts) {

    /** Keeps a copy. */
    public Sheet {
        parts = List.copyOf(parts);
    }

    /** A text, or a place to answer in. */
    public sealed interface Part permits Reading, Place, Scene {}

    /**
     * Something to read.
     *
     * @param html safe to be shown as it is; may be one piece of a text that places interrupt
     */
    public record Reading(String html) implements Part {}

    /** How an answer is given. */
    public enum Way {
        /** One of some options, all in view. */
        ONE,
        /** Any of some options, all in view. */
        SOME,
        /** One of some options, from a list. */
        PICK,
        /** A piece of the text itself is marked. */
        MARK,
        /** A short text. */
        WORD,
        /** A long text. */
        LINES
    }

    /**
     * Where to answer.
     *
     * @param name of the field; unique on the sheet
     * @param label what it is for
     * @param way how it is answered
     * @param inline whether it stands in the middle of a text
     */
    public record Place(String name, Text label, Way way, boolean inline, List<Option> options) implements Part {

        /** Keeps a copy. */
        public Place {
            options = List.copyOf(options);
        }

        boolean takes(String value) {
            return switch (way) {
                case WORD, LINES -> true;
                case ONE, SOME, PICK, MARK ->
                    options.stream().anyMatch(option -> option.id().equals(value));
            };
        }
    }

    /** A place to answer in whose options are also marked on a picture. */
    public record Scene(Place place, Picture picture, List<Spot> spots) implements Part {

        /** Keeps a copy. */
        public Scene {
            spots = List.copyOf(spots);
        }

        /** How large the number of a place is drawn. */
        public double numeral() {
            return picture.width() * 0.03;
        }
    }

    /** The places, first to last. */
    public List<Place> places() {
        return parts.stream().flatMap(Sheet::place).toList();
    }

    private static Stream<Place> place(Part part) {
        if (part instanceof Scene scene) {
            return Stream.of(scene.place());
        }
        return part instanceof Place place ? Stream.of(place) : Stream.empty();
    }

    static Sheet of(Text prompt, Place... places) {
        return of(prompt, List.of(places));
    }

    static Sheet of(Text prompt, List<Place> places) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Reading(prompt.html()));
        parts.addAll(places);
        return new Sheet(parts);
    }
}
