package org.ownpath.access.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A picture that a young child knows by name. */
public enum Picture {
    SUN,
    MOON,
    STAR,
    HEART,
    CLOUD,
    TREE,
    HOUSE,
    FISH,
    FLOWER,
    BOAT,
    BALL,
    UMBRELLA,
    APPLE,
    CAT,
    CAR,
    KITE;

    /** As it is called, on the page and in the file of pictures. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The picture with this name. */
    public static Optional<Picture> called(String word) {
        return Stream.of(values())
                .filter(picture -> picture.word().equals(word))
                .findFirst();
    }

    /** As a row of taps is kept. */
    static String written(List<Picture> taps) {
        return String.join(",", taps.stream().map(Picture::word).toList());
    }

    /** The taps that a text names; those that name nothing are left out. */
    public static List<Picture> read(String written) {
        return Stream.of(written.split(","))
                .flatMap(word -> called(word).stream())
                .toList();
    }
}
