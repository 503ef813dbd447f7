package org.ownpath.portal.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Criterion;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Feedback;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Score;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.assessment.Way;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;

/**
 * Marks while they are being given, with everything as it was typed.
 *
 * @param marks what was chosen, by the name of the field
 * @param chosen the comments of the bank that go with the feedback
 * @param attached files that go with the feedback
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
        List<Artifacts.Artifact> attached,
        boolean keep) {

    private static final String MARK = "c.";

    /** As it opens: blank, or with what all who have scored before agree on. */
    static ScoreForm open(Shown shown, List<Score> others, List<Artifacts.Artifact> attached) {
        Demonstration demonstration = shown.line().demonstration();
        Depth depth = shown.task()
                .map(task -> task.content().depth())
                .orElse(demonstration.way().depth());
        return new ScoreForm(
                agreed(shown.rubric(), others),
                together(others, Feedback::words),
                together(others, Feedback::nextStep),
                others.stream().anyMatch(score -> score.sheet().feedback().practiceFirst()),
                depth.code(),
                demonstration.way().context().code(),
                List.of(),
                attached,
                false);
    }

    private static String together(List<Score> others, Function<Feedback, String> part) {
        return others.stream()
                .map(score -> part.apply(score.sheet().feedback()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> agreed(Rubric rubric, List<Score> others) {
        Map<String, String> agreed = new LinkedHashMap<>();
        for (Criterion criterion : rubric.criteria()) {
            List<Double> given = others.stream()
                    .map(score -> score.sheet().marks().of(criterion).orElse(Double.NaN))
                    .distinct()
                    .toList();
            criterion.levels().stream()
                    .filter(level -> given.equals(List.of(level.value())))
                    .forEach(level -> agreed.put(field(criterion), level.symbol()));
        }
        return agreed;
    }

    /** With these marks. */
    static ScoreForm of(Rubric rubric, Marks marks) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Criterion criterion : rubric.criteria()) {
            criterion.levels().stream()
                    .filter(level -> marks.of(criterion).equals(Optional.of(level.value())))
                    .forEach(level -> chosen.put(field(criterion), level.symbol()));
        }
        return new ScoreForm(chosen, "", "", false, "", "", List.of(), List.of(), false);
    }

    /** With the depth and the place that a demonstration usually has, for whoever is not asked for them. */
    ScoreForm at(Demonstration demonstration) {
        Way way = demonstration.way();
        return new ScoreForm(
                marks,
                feedback,
                nextStep,
                practiceFirst,
                way.depth().code(),
                way.context().code(),
                List.of(),
                List.of(),
                false);
    }

    static ScoreForm of(MultiValueMap<String, String> fields, List<Artifacts.Artifact> attached) {
        Map<String, String> marks = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(MARK) && !values.isEmpty() && !values.get(0).isBlank()) {
                marks.put(name, values.get(0));
            }
        });
        return new ScoreForm(
                marks,
                Fields.text(fields, "feedback"),
                Fields.text(fields, "next"),
                fields.containsKey("practice"),
                Fields.text(fields, "depth"),
                Fields.text(fields, "context"),
                fields.getOrDefault("comment", List.of()),
                attached,
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

    /** The marks; problems gets those that are no level. */
    Marks given(Rubric rubric, List<String> problems) {
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
        return new Marks(given);
    }

    /** What the form says; problems gets what it does not say. */
    Optional<ScoreSheet> sheet(Rubric rubric, List<CommentBank.Comment> bank, List<String> problems) {
        Marks given = given(rubric, problems);
        Optional<Depth> deep = Depth.ofCode(depth);
        Optional<Context> where = Context.ofCode(context);
        if (deep.isEmpty() || where.isEmpty()) {
            problems.add("Depth or place is missing. Choose one of those shown.");
        }
        return problems.isEmpty()
                ? Optional.of(new ScoreSheet(
                        given,
                        new Feedback(
                                together(bank),
                                nextStep,
                                practiceFirst,
                                attached.stream().map(Artifacts.Artifact::hash).toList()),
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
