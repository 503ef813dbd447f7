package org.ownpath.assessment.items.question;

import java.util.List;

/**
 * A place on a picture that can be marked.
 *
 * @param id 1, 2, 3, which is also what stands beside it on the picture
 * @param words where it is, for whoever does not see the picture; blank where nobody has said so
 */
public record Spot(String id, Shape shape, String words) {

    /** The words, or where it lies: "top left". */
    public String words(Picture picture) {
        if (!words.isBlank()) {
            return words;
        }
        Shape.Point middle = shape.middle();
        String down = third(middle.down() / picture.height(), "top", "middle", "bottom");
        String across = third(middle.across() / picture.width(), "left", "centre", "right");
        return down + " " + across;
    }

    private static String third(double share, String first, String second, String last) {
        return List.of(first, second, last).get((int) Math.max(0, Math.min(2, Math.floor(share * 3))));
    }
}
