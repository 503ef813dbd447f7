package org.ownpath.assessment.items.question;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A place on a picture.
 *
 * @param at a circle's middle and radius; a rectangle's left, top, right and bottom; an ellipse's middle and two radii; a
 *     polygon's corners, each across and down
 */
public record Shape(Form form, List<Double> at) {

    private static final int MOST_NUMBERS = 400;

    /** Keeps a copy. */
    public Shape {
        at = List.copyOf(at);
    }

    /** The forms, as QTI and HTML name them. */
    public enum Form {
        CIRCLE,
        RECT,
        ELLIPSE,
        POLY;

        /** As files and teachers write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean takes(int numbers) {
            return switch (this) {
                case CIRCLE -> numbers == 3;
                case RECT, ELLIPSE -> numbers == 4;
                case POLY -> numbers >= 6 && numbers % 2 == 0 && numbers <= MOST_NUMBERS;
            };
        }
    }

    /** How far across and down. */
    public record Point(double across, double down) {}

    /** Reads "circle" and "120,80,30"; empty if that is no shape. */
    public static Optional<Shape> of(String form, String numbers) {
        List<String> written =
                Arrays.stream(numbers.strip().split("\\s*,\\s*|\\s+")).toList();
        if (!written.stream().allMatch(number -> number.matches("\\d{1,5}(\\.\\d{1,4})?"))) {
            return Optional.empty();
        }
        return Arrays.stream(Form.values())
                .filter(each -> each.code().equals(form) && each.takes(written.size()))
                .findFirst()
                .map(each ->
                        new Shape(each, written.stream().map(Double::valueOf).toList()));
    }

    /** "120,80,30". */
    public String numbers() {
        return at.stream().map(Shape::number).collect(Collectors.joining(","));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** As an element of SVG; made of numbers alone. */
    public String svg() {
        return switch (form) {
            case CIRCLE -> "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(numbered(0), numbered(1), numbered(2));
            case RECT ->
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(
                                numbered(0),
                                numbered(1),
                                number(Math.max(0, at.get(2) - at.get(0))),
                                number(Math.max(0, at.get(3) - at.get(1))));
            case ELLIPSE ->
                "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\"/>"
                        .formatted(numbered(0), numbered(1), numbered(2), numbered(3));
            case POLY -> "<polygon points=\"" + numbers() + "\"/>";
        };
    }

    private String numbered(int index) {
        return number(at.get(index));
    }

    /** Its middle. */
    public Point middle() {
        return switch (form) {
            case CIRCLE, ELLIPSE -> new Point(at.get(0), at.get(1));
            case RECT -> new Point((at.get(0) + at.get(2)) / 2, (at.get(1) + at.get(3)) / 2);
            case POLY -> new Point(mean(0), mean(1));
        };
    }

    /** The top of it, where its number stands without hiding what is in it. */
    public Point top() {
        double top = switch (form) {
            case CIRCLE -> at.get(1) - at.get(2);
            case ELLIPSE -> at.get(1) - at.get(3);
            case RECT -> at.get(1);
            case POLY ->
                IntStream.range(0, at.size() / 2)
                        .mapToDouble(i -> at.get(2 * i + 1))
                        .min()
                        .orElse(0);
        };
        return new Point(middle().across(), top);
    }

    private double mean(int first) {
        return IntStream.range(0, at.size() / 2)
                .mapToDouble(i -> at.get(2 * i + first))
                .average()
                .orElse(0);
    }
}
