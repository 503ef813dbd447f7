package org.ownpath.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text with simple formatting, ready to be shown: paragraphs, lists of lines that begin with "-" or "1.", headings
 * that begin with "#", **strong** words, and addresses as links. Anything else is shown as it was typed.
 */
public record Prose(List<Block> blocks) {

    private static final Pattern BULLET = Pattern.compile("[-*•]\\s+(.*)");
    private static final Pattern STEP = Pattern.compile("\\d{1,2}[.)]\\s+(.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,3}\\s+(.*)");
    private static final Pattern PARAGRAPH = Pattern.compile("(.*)");
    private static final Pattern INLINE = Pattern.compile("\\*\\*(.+?)\\*\\*|(https?://[^\\s<>\"]*[^\\s<>\".,;:!?)])");

    /** What a block is shown as. */
    public enum Kind {
        PARAGRAPH,
        BULLETS,
        STEPS,
        HEADING
    }

    /** One paragraph, list or heading. */
    public record Block(Kind kind, List<List<Span>> lines) {}

    /** Some words that look the same. */
    public record Span(String text, boolean strong, boolean link) {}

    /** Reads a text. */
    public static Prose of(String text) {
        List<Block> blocks = new ArrayList<>();
        boolean fresh = true;
        for (String line : text.strip().split("\\R", -1)) {
            if (line.isBlank()) {
                fresh = true;
                continue;
            }
            Kind kind = kind(line.strip());
            List<Span> spans = spans(words(line.strip(), kind));
            if (!fresh && !blocks.isEmpty() && blocks.get(blocks.size() - 1).kind() == kind) {
                blocks.get(blocks.size() - 1).lines().add(spans);
            } else {
                blocks.add(new Block(kind, new ArrayList<>(List.of(spans))));
            }
            fresh = kind == Kind.HEADING;
        }
        return new Prose(blocks);
    }

    private static Kind kind(String line) {
        if (BULLET.matcher(line).matches()) {
            return Kind.BULLETS;
        }
        if (STEP.matcher(line).matches()) {
            return Kind.STEPS;
        }
        return HEADING.matcher(line).matches() ? Kind.HEADING : Kind.PARAGRAPH;
    }

    private static String words(String line, Kind kind) {
        Pattern pattern = switch (kind) {
            case BULLETS -> BULLET;
            case STEPS -> STEP;
            case HEADING -> HEADING;
            case PARAGRAPH -> PARAGRAPH;
        };
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? matcher.group(1) : line;
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher found = INLINE.matcher(line);
        int from = 0;
        while (found.find()) {
            if (found.start() > from) {
                spans.add(new Span(line.substring(from, found.start()), false, false));
            }
            boolean link = found.group(2) != null;
            spans.add(new Span(link ? found.group(2) : found.group(1), !link, link));
            from = found.end();
        }
        if (from < line.length()) {
            spans.add(new Span(line.substring(from), false, false));
        }
        return spans;
    }
}
