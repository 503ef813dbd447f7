package org.ownpath.access.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The picture that is a child's own in a class: what it shows, and the frame around it. */
public record Badge(Picture picture, Frame frame) {

    /** What is around the picture, so that a class may be larger than there are pictures. */
    public enum Frame {
        ROUND,
        SQUARE,
        DOUBLE,
        DASHED;

        /** For the style sheet. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** "fish", "fish in a square". */
    public String words() {
        return switch (frame) {
            case ROUND -> picture.word();
            case SQUARE -> picture.word() + " in a square";
            case DOUBLE -> picture.word() + " in two rings";
            case DASHED -> picture.word() + " in a dotted ring";
        };
    }

    String code() {
        return picture.word() + "-" + frame.word();
    }

    /** All there are: every picture once before any comes again in another frame. */
    static List<Badge> all() {
        return Arrays.stream(Frame.values())
                .flatMap(frame -> Stream.of(Picture.values()).map(picture -> new Badge(picture, frame)))
                .toList();
    }

    static Optional<Badge> ofCode(String code) {
        return all().stream()
                .filter(badge -> badge.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
