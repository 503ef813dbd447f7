package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question as a teacher writes it: texts with one thing a line, what is right marked with a star.
 *
 * @param answers options, pairs or right answers, one a line; the guidance of an extended text
 * @param picture that of a graphic choice; {@link Picture#NONE} for every other kind
 */
public record Written(Kind kind, String prompt, String answers, Comparing comparing, boolean shuffle, Picture picture) {

    private static final Pattern HOT = Pattern.compile("\\[\\[(\\*?)([^\\[\\]]+)]]");
    private static final String ARROW = "->";

    /**
     * How a typed answer is compared.
     *
     * @param matching the name of a {@link TextEntry.Matching}
     * @param number how far a number may be off; for an extended text its points
     * @param unit shown with the field
     */
    public record Comparing(String matching, String number, String unit) {

        /** Words, as for every kind that nothing is typed in. */
        public static final Comparing USUAL = new Comparing("WORDS", "", "");
    }

    /** A question without a picture. */
    public Written(Kind kind, String prompt, String answers, Comparing comparing, boolean shuffle) {
        this(kind, prompt, answers, comparing, shuffle, Picture.NONE);
    }

    /** What was read: a question, or why it is none. */
    public record Read(Optional<Question> question, List<String> problems) {}

    /** Nothing written yet. */
    public static Written blank(Kind kind) {
        return new Written(kind, "", "", Comparing.USUAL, true);
    }

    /** Reads it, with everything that is wrong. */
    public Read read() {
        List<String> problems = new ArrayList<>();
        Question question = question(problems);
        problems.addAll(question.problems());
        return problems.isEmpty()
                ? new Read(Optional.of(question), List.of())
                : new Read(Optional.empty(), List.copyOf(problems));
    }

    /** Reads as far as it goes: for a preview. */
    public Question soFar() {
        return question(new ArrayList<>());
    }

    private Question question(List<String> problems) {
        Text text = Text.of(prompt);
        List<String> lines = lines(answers);
        return switch (kind) {
            case CHOICE ->
                new Choice(
                        text,
                        options(lines),
                        starred(lines).stream().findFirst().orElse(""),
                        shuffle);
            case MULTIPLE -> new MultipleResponse(text, options(lines), starred(lines), shuffle);
            case TEXT ->
                new TextEntry(text, keys(lines, problems), comparing.unit().strip());
            case INLINE ->
                new InlineChoice(text, lines.stream().map(Written::gap).toList());
            case MATCH -> match(text, lines);
            case ORDER -> Order.of(text, lines.stream().map(Text::of).toList());
            case HOTTEXT -> hotText();
            case HOTSPOT -> new HotSpot(text, picture, SpotLines.read(lines, problems), starred(lines));
            case EXTENDED -> new ExtendedText(text, answers.strip(), (int) number(1, "points", problems));
        };
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<Option> options(List<String> lines) {
        return Option.numbered(lines.stream().map(Written::unstarred).toList());
    }

    private static Text unstarred(String line) {
        return Text.of(line.startsWith("*") ? line.substring(1).strip() : line);
    }

    private static Set<String> starred(List<String> lines) {
        Set<String> starred = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("*")) {
                starred.add(String.valueOf(i + 1));
            }
        }
        return starred;
    }

    private List<TextEntry.Key> keys(List<String> lines, List<String> problems) {
        TextEntry.Matching matching = Arrays.stream(TextEntry.Matching.values())
                .filter(each -> each.name().equals(comparing.matching()))
                .findFirst()
                .orElse(TextEntry.Matching.WORDS);
        double tolerance = matching == TextEntry.Matching.NUMBER ? number(0, "tolerance", problems) : 0;
        return lines.stream()
                .map(line -> new TextEntry.Key(line, matching, tolerance))
                .toList();
    }

    private double number(double usual, String what, List<String> problems) {
        String typed = comparing.number().strip();
        if (typed.isEmpty()) {
            return usual;
        }
        if (typed.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            return Double.parseDouble(typed);
        }
        problems.add("'" + typed + "' is no number for the " + what + ". Write digits only, such as 0.5.");
        return usual;
    }

    private static InlineChoice.Gap gap(String line) {
        List<String> options =
                Arrays.stream(line.split("\\|")).map(String::strip).toList();
        return new InlineChoice.Gap(
                options(options), starred(options).stream().findFirst().orElse(""));
    }

    private static Match match(Text text, List<String> lines) {
        List<Match.Pair> pairs = new ArrayList<>();
        List<Text> others = new ArrayList<>();
        for (String line : lines) {
            int arrow = line.indexOf(ARROW);
            String left = arrow < 0 ? "" : line.substring(0, arrow).strip();
            Text right = Text.of(
                    arrow < 0 ? line : line.substring(arrow + ARROW.length()).strip());
            if (left.isEmpty()) {
                others.add(right);
            } else {
                pairs.add(new Match.Pair(Text.of(left), right));
            }
        }
        return Match.of(text, pairs, others);
    }

    private HotText hotText() {
        List<Text> words = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        String text = HOT.matcher(prompt).replaceAll(found -> {
            words.add(Text.of(found.group(2)));
            String id = String.valueOf(words.size());
            if (!found.group(1).isEmpty()) {
                keys.add(id);
            }
            return "[[" + id + "]]";
        });
        return new HotText(Text.of(text), Option.numbered(words), keys);
    }

    /** A question as it would be written. */
    public static Written of(Question question) {
        String prompt = question.prompt().typed();
        if (question instanceof Choice choice) {
            return plain(question, prompt, starred(choice.options(), Set.of(choice.key())), choice.shuffle());
        }
        if (question instanceof MultipleResponse multiple) {
            return plain(question, prompt, starred(multiple.options(), multiple.keys()), multiple.shuffle());
        }
        if (question instanceof TextEntry entry) {
            return typed(entry, prompt);
        }
        if (question instanceof InlineChoice inline) {
            String gaps = inline.gaps().stream()
                    .map(gap -> starred(gap.options(), Set.of(gap.key())).replace("\n", " | "))
                    .collect(Collectors.joining("\n"));
            return plain(question, prompt, gaps, true);
        }
        if (question instanceof Match match) {
            return plain(question, prompt, pairs(match), true);
        }
        if (question instanceof Order order) {
            String inOrder = order.keys().stream()
                    .map(key -> line(text(order.options(), key)))
                    .collect(Collectors.joining("\n"));
            return plain(question, prompt, inOrder, true);
        }
        if (question instanceof HotText hot) {
            return plain(question, bracketed(hot), "", true);
        }
        if (question instanceof HotSpot spots) {
            return new Written(Kind.HOTSPOT, prompt, SpotLines.of(spots), Comparing.USUAL, true, spots.picture());
        }
        ExtendedText extended = (ExtendedText) question;
        return new Written(
                extended.kind(),
                prompt,
                extended.guidance(),
                new Comparing("WORDS", String.valueOf(extended.points()), ""),
                true);
    }

    private static Written plain(Question question, String prompt, String answers, boolean shuffle) {
        return new Written(question.kind(), prompt, answers, Comparing.USUAL, shuffle);
    }

    private static Written typed(TextEntry entry, String prompt) {
        TextEntry.Key first = entry.keys().get(0);
        return new Written(
                Kind.TEXT,
                prompt,
                entry.keys().stream().map(TextEntry.Key::text).collect(Collectors.joining("\n")),
                new Comparing(
                        first.matching().name(), first.tolerance() == 0 ? "" : number(first.tolerance()), entry.unit()),
                true);
    }

    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String starred(List<Option> options, Set<String> keys) {
        return options.stream()
                .map(option -> (keys.contains(option.id()) ? "*" : "") + line(option.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String pairs(Match match) {
        List<String> lines = new ArrayList<>();
        Map<String, String> keys = match.keys();
        match.left()
                .forEach(left -> lines.add(line(left.text()) + " " + ARROW + " "
                        + line(text(match.right(), keys.getOrDefault(left.id(), "")))));
        match.right().stream()
                .filter(right -> !keys.containsValue(right.id()))
                .forEach(right -> lines.add(ARROW + " " + line(right.text())));
        return String.join("\n", lines);
    }

    private static Text text(List<Option> options, String id) {
        return options.stream()
                .filter(option -> option.id().equals(id))
                .map(Option::text)
                .findFirst()
                .orElseGet(() -> Text.of(""));
    }

    private static String line(Text text) {
        return text.typed().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String bracketed(HotText hot) {
        Matcher gaps =
                Pattern.compile("\\[\\[(\\d{1,3})]]").matcher(hot.prompt().typed());
        return gaps.replaceAll(found -> {
            Option option = hot.options().get(Integer.parseInt(found.group(1)) - 1);
            return Matcher.quoteReplacement(
                    "[[" + (hot.keys().contains(option.id()) ? "*" : "") + line(option.text()) + "]]");
        });
    }
}
