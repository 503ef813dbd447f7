package org.ownpath.exchange.badges;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The picture of a badge, drawn from its id: a medal whose colour and rays are its own. */
public final class BadgePicture {

    private static final int SIDE = 240;
    private static final int MIDDLE = SIDE / 2;

    /** Dark enough to carry white. */
    private static final String[] COLOURS = {"#0b6e69", "#7a3e9d", "#a8461e", "#1f5fa8", "#8a2f56", "#4b6b1d"};

    private BadgePicture() {}

    /** As SVG. */
    public static String svg(UUID badge) {
        int number = Math.floorMod(badge.hashCode(), 1_000_000);
        String colour = COLOURS[number % COLOURS.length];
        int rays = 8 + 2 * (number / COLOURS.length % 5);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 240\" width=\"240\" height=\"240\">"
                + "<path fill=\"" + colour + "\" d=\"" + star(rays) + "\"/>"
                + "<circle cx=\"120\" cy=\"120\" r=\"72\" fill=\"none\" stroke=\"#fff\" stroke-width=\"4\"/>"
                + "<path fill=\"none\" stroke=\"#fff\" stroke-width=\"14\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                + " d=\"M86 124l24 24 46-54\"/></svg>";
    }

    /** As an address that holds the whole picture, so that nobody has to be asked for it. */
    static String address(UUID badge) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(badge).getBytes(StandardCharsets.UTF_8));
    }

    private static String star(int rays) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 2 * rays; i++) {
            double angle = Math.PI * i / rays;
            int radius = i % 2 == 0 ? MIDDLE - 4 : MIDDLE - 22;
            path.append(i == 0 ? 'M' : 'L')
                    .append(Math.round(MIDDLE + radius * Math.sin(angle)))
                    .append(' ')
                    .append(Math.round(MIDDLE - radius * Math.cos(angle)));
        }
        return path.append('z').toString();
    }
}
