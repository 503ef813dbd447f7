package org.ownpath.assessment.items.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that something is shown on. It is carried inside of the question, so that nobody can ask for it who may not
 * see the question, and it is what it says it is: a drawing that could hold scripts is none.
 *
 * @param source a data address of a PNG, JPEG or GIF
 * @param words what it shows, for whoever does not see it
 * @param width of the plane on which places are measured
 * @param height of the same
 */
public record Picture(String source, String words, int width, int height) {

    /** The largest that is taken, in bytes. */
    public static final int LARGEST = 400 * 1024;

    private static final Pattern SOURCE = Pattern.compile("data:image/(png|jpeg|gif);base64,([A-Za-z0-9+/=]+)");

    /** No picture yet: one point that nobody sees. */
    public static final Picture NONE = new Picture("data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "", 1, 1);

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    /** More would fill the memory of a phone, however few bytes it has. */
    private static final long MOST_POINTS = 16_000_000;

    /** Refuses whatever is no picture. */
    public Picture {
        if (!SOURCE.matcher(source).matches() || width < 1 || height < 1) {
            throw new IllegalArgumentException("No picture of " + width + " by " + height + " points.");
        }
    }

    /** The picture that a file holds, whatever the file is called; empty if it is none that is taken. */
    public static Optional<Picture> of(byte[] content, String words) {
        if (content.length > LARGEST) {
            return Optional.empty();
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? of(readers.next(), stream, content, words) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Picture> of(ImageReader reader, ImageInputStream stream, byte[] content, String words)
            throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        try {
            reader.setInput(stream);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return FORMATS.contains(format) && (long) width * height <= MOST_POINTS
                    ? Optional.of(new Picture(source(format, content), words, width, height))
                    : Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static String source(String format, byte[] content) {
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    /** The picture of a data address, looked into as a file would be. */
    public static Optional<Picture> ofSource(String source, String words) {
        Matcher known = SOURCE.matcher(source);
        if (!known.matches()) {
            return Optional.empty();
        }
        try {
            return of(Base64.getDecoder().decode(known.group(2)), words);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** The same on a plane of another size, where places are measured on that. */
    public Picture measured(int wide, int high) {
        return new Picture(source, words, wide, high);
    }

    /** Whether there is one. */
    public boolean chosen() {
        return !source.equals(NONE.source);
    }

    /** "png", "jpeg" or "gif". */
    public String format() {
        return source.substring("data:image/".length(), source.indexOf(';'));
    }

    /** What its file holds. */
    public byte[] content() {
        return Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
    }
}
