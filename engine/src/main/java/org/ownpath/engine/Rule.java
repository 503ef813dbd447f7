package org.ownpath.engine;

/**
 * When a competency counts as mastered: which evidence counts, how it becomes one value, and what is required.
 *
 * @param judgementOverrides when true, the latest professional judgement decides (mastered if its rating reaches the
 *     threshold), and the computed value is kept beside it; when false, it stands beside the value and decides nothing
 */
public record Rule(Counting counting, Aggregation aggregation, Requirements requirements, boolean judgementOverrides) {

    /** Refuses rules that nobody could ever meet, and a missed chance that would count as mastery. */
    public Rule {
        requirements.forms().forEach(form -> requireCounted(form, counting));
        requirements.depth().ifPresent(depth -> requireCounted(depth, counting));
        int possible = counting.contexts().isEmpty()
                ? Context.values().length
                : counting.contexts().size();
        if (requirements.contexts() > possible) {
            throw new IllegalArgumentException("The rule asks for " + requirements.contexts()
                    + " different contexts, and only " + possible + " count. Ask for fewer or let more count.");
        }
        if (!counting.observers().isEmpty()
                && requirements.observers() > counting.observers().size()) {
            throw new IllegalArgumentException("The rule asks for " + requirements.observers()
                    + " different observers, and only " + counting.observers().size()
                    + " count. Ask for fewer or let more count.");
        }
        if (requirements.threshold() > aggregation.ceiling()) {
            throw new IllegalArgumentException("The threshold " + requirements.threshold() + " is above "
                    + aggregation.ceiling() + ", the most that " + aggregation.words() + " can be. Use a lower one.");
        }
        double good = cut(aggregation, requirements);
        if (counting.missedCountsAs()
                .filter(rating -> Requirements.atLeast(rating, good))
                .isPresent()) {
            throw new IllegalArgumentException("A missed chance would count as "
                    + counting.missedCountsAs().get() + ", which reaches " + good + ". Use the scale's lowest value.");
        }
    }

    private static double cut(Aggregation aggregation, Requirements requirements) {
        return aggregation.reaching().orElse(requirements.threshold());
    }

    /** The rating from which one piece counts as shown well: the threshold, unless the aggregation has a rating of its own. */
    public double cut() {
        return cut(aggregation, requirements);
    }

    /** Whether one piece with this rating was shown well: for depth, freshness and professional judgement. */
    public boolean shownWell(double rating) {
        return Requirements.atLeast(rating, cut());
    }

    /** All evidence counts, and professional judgement stands beside. */
    public static Rule of(Aggregation aggregation, Requirements requirements) {
        return new Rule(Counting.everything(), aggregation, requirements, false);
    }

    public Rule withCounting(Counting other) {
        return new Rule(other, aggregation, requirements, judgementOverrides);
    }

    public Rule withJudgementOverrides(boolean overrides) {
        return new Rule(counting, aggregation, requirements, overrides);
    }

    /** The rule in plain English, for a family. */
    public String sentence() {
        return RuleSentence.of(this);
    }

    private static void requireCounted(Form form, Counting counting) {
        if (!form.aggregates() || !Counting.admits(counting.forms(), form)) {
            throw new IllegalArgumentException("The rule requires " + form.withArticle()
                    + ", which does not count under it. Let this form count or do not require it.");
        }
    }

    private static void requireCounted(Depth depth, Counting counting) {
        boolean possible =
                counting.depths().isEmpty() || counting.depths().stream().anyMatch(counted -> counted.atLeast(depth));
        if (!possible) {
            throw new IllegalArgumentException("The rule requires the depth of " + depth.doing()
                    + ", and no work that deep counts under it. Let that depth count or do not require it.");
        }
    }
}
