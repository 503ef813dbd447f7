package org.ownpath.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says what would change the outcome next. */
record NextSentence(Explanation explanation) {

    /** As many ratings as a rule can ask for, so that a value that starts late is tried out. */
    private static final int MANY = (int) Limit.COUNT.high();

    String text() {
        if (explanation.override().isPresent()) {
            return overridden();
        }
        return switch (explanation.verdict().state()) {
            case NO_EVIDENCE ->
                "Next: a first demonstration. " + explanation.rule().sentence();
            case TOO_LITTLE_EVIDENCE, NOT_YET -> "Next: " + Wording.and(steps()) + ".";
            case MASTERED ->
                explanation.verdict().freshUntil().isPresent()
                        ? "Nothing is missing until it is due to be shown again."
                        : "Nothing is missing.";
            case NEEDS_REFRESH -> "Next: show it again, rated " + well() + " or higher.";
        };
    }

    private String overridden() {
        return explanation.verdict().state() == State.NEEDS_REFRESH
                ? "Next: show it again, rated " + well() + " or higher."
                : "Only a later professional judgement changes this.";
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (Requirement requirement : explanation.unmet()) {
            steps.add(requirement instanceof Requirement.Threshold ? raise() : requirement.missing());
        }
        return steps;
    }

    /** Tries the next rating instead of guessing: some averages only reach a threshold by ratings above it. */
    private String raise() {
        Rule rule = explanation.rule();
        if (rule.requirements().reachedBy(valueWith(1, rule.cut()))) {
            return "a new rating of " + well() + " or higher";
        }
        int many = Math.max(explanation.counted().size() + 1, MANY);
        boolean rises = !(valueWith(many, rule.cut() + 1) <= now());
        return rises
                ? "more ratings of " + well() + " or higher, until "
                        + rule.aggregation().words() + " reaches "
                        + Wording.number(rule.requirements().threshold())
                : "a conversation with the teacher, as new ratings cannot raise "
                        + rule.aggregation().words();
    }

    private double now() {
        return explanation.value().orElse(Double.NEGATIVE_INFINITY);
    }

    private double valueWith(int further, double rating) {
        double[] counted = explanation.considered().ratings(explanation.rule().counting());
        double[] values = Arrays.copyOf(counted, counted.length + further);
        Arrays.fill(values, counted.length, values.length, rating);
        return explanation.rule().aggregation().of(values).orElse(Double.NEGATIVE_INFINITY);
    }

    /** The rating of a piece that was shown well. */
    private String well() {
        return Wording.number(explanation.rule().cut());
    }
}
