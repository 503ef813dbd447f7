package org.ownpath.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says what would change the outcome next. */
record NextSentence(Explanation explanation) {

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
            case NEEDS_REFRESH -> "Next: show it again, rated " + threshold() + " or higher.";
        };
    }

    private String overridden() {
        return explanation.verdict().state() == State.NEEDS_REFRESH
                ? "Next: show it again, rated " + threshold() + " or higher."
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
        double needed = explanation.rule().requirements().threshold();
        if (explanation.rule().requirements().reachedBy(valueWith(1, needed))) {
            return "a new rating of " + threshold() + " or higher";
        }
        int many = explanation.counted().size() + 1;
        boolean rises = valueWith(many, needed + 1) > explanation.value().orElse(Double.NEGATIVE_INFINITY);
        return rises
                ? "more ratings of " + threshold() + " or higher, until "
                        + explanation.rule().aggregation().words() + " reaches " + threshold()
                : "a conversation with the teacher, as new ratings cannot raise "
                        + explanation.rule().aggregation().words();
    }

    private double valueWith(int further, double rating) {
        double[] counted = explanation.counted().stream()
                .mapToDouble(piece -> piece.result()
                        .rating(explanation.rule().counting().missedCountsAs())
                        .orElseThrow())
                .toArray();
        double[] values = Arrays.copyOf(counted, counted.length + further);
        Arrays.fill(values, counted.length, values.length, rating);
        return explanation.rule().aggregation().of(values);
    }

    private String threshold() {
        return Wording.number(explanation.rule().requirements().threshold());
    }
}
