package org.ownpath.portal.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Criterion;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.springframework.util.MultiValueMap;

/**
 * Marks while they are being given, with everything as it was typed.
 *
 * @param marks what was chosen, by the name of the field
 * @param chosen the comments of the bank that go with the feedback
 * @param keep whether the feedback goes into the bank
 */
public record ScoreForm(
        Map<String, String> marks,
        String feedback,
        String nextStep,
        boolean practiceFirst,
        String depth,
        String context,
        List<String> chosen,
        boolean keep) {

    private static final String MARK = "c.";

    static ScoreForm open(Shown shown) {
        var demonstration = shown.line().demonstration();
        Depth depth = shown.task()
                .map(task -> task.content().depth())
                .orElse(demonstration.way().depth());
        return new ScoreForm(
                Map.of(),
                "",
                "",
                false,
                depth.code(),
                demonstration.way().context().code(),
                List.of(),
                false);
    }

    static ScoreForm of(MultiValueMap<String, String> fields) {
        Map<String, String> marks = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(MARK) && !values.isEmpty() && !values.get(0).isBlank()) {
                marks.put(name, values.get(0));
            }
        });
        return new ScoreForm(
                marks,
                AskForm.text(fields, "feedback"),
                AskForm.text(fields, "next"),
                fields.containsKey("practice"),
                AskForm.text(fields, "depth"),
                AskForm.text(fields, "context"),
                fields.getOrDefault("comment", List.of()),
                fields.containsKey("keep"));
    }

    /** The name of the field that marks a criterion. */
    public static String field(Criterion criterion) {
        return MARK + criterion.number();
    }

    /** The key that chooses a level: its symbol where every level has one digit, else its place. */
    public static String key(Criterion criterion, int place) {
        boolean digits =
                criterion.levels().stream().allMatch(level -> level.symbol().matches("\\d"));
        return digits ? criterion.levels().get(place).symbol() : String.valueOf(place + 1);
    }

    /** Whether a level is chosen. */
    public boolean marked(Criterion criterion, Criterion.Level level) {
        return level.symbol().equals(marks.get(field(criterion)));
    }

    /** What the form says; problems gets what it does not say. */
    Optional<ScoreSheet> sheet(Rubric rubric, List<CommentBank.Comment> bank, List<String> problems) {
        Map<Integer, Double> given = new HashMap<>();
        for (Criterion criterion : rubric.criteria()) {
            String mark = marks.get(field(criterion));
            if (mark == null) {
                continue;
            }
            criterion.levels().stream()
                    .filter(level -> level.symbol().equals(mark))
                    .findFirst()
                    .ifPresentOrElse(
                            level -> given.put(criterion.number(), level.value()),
                            () -> problems.add("'" + mark + "' is no level of '" + criterion.name()
                                    + "'. Choose one of those shown."));
        }
        Optional<Depth> deep = Depth.ofCode(depth);
        Optional<Context> where = Context.ofCode(context);
        if (deep.isEmpty() || where.isEmpty()) {
            problems.add("Depth or place is missing. Choose one of those shown.");
        }
        return problems.isEmpty()
                ? Optional.of(new ScoreSheet(
                        new Marks(given),
                        together(bank),
                        nextStep.strip(),
                        practiceFirst,
                        deep.orElseThrow(),
                        where.orElseThrow()))
                : Optional.empty();
    }

    /** The feedback as it was typed, then the chosen comments. */
    private String together(List<CommentBank.Comment> bank) {
        return Stream.concat(
                        Stream.of(feedback.strip()),
                        bank.stream()
                                .filter(comment -> chosen.contains(comment.id().toString()))
                                .map(CommentBank.Comment::words))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
