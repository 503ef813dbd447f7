package org.ownpath.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When a competency that is made of others counts as mastered. Children are named by ids, which are the caller's. A rule
 * is evaluated from the children's judgements alone and remembers nothing, so parents fall when children fall.
 */
public sealed interface ParentRule
        permits ParentRule.All, ParentRule.Points, ParentRule.WeightedMean, CriteriaTree, SlateLevel {

    /**
     * Judges the parent.
     *
     * @param children the judgement of each child by its id, also of those without evidence
     * @throws IllegalArgumentException if the rule names a child that is not among them
     */
    ParentJudgement judge(Map<String, Judgement> children);

    /** The rule in plain English. */
    String sentence();

    /** Every child stands. Source: Moodle competency rule "all". */
    record All() implements ParentRule {
        @Override
        public ParentJudgement judge(Map<String, Judgement> judgements) {
            Children children = new Children(judgements);
            Set<String> ids = judgements.keySet();
            State state = ids.isEmpty()
                    ? State.NO_EVIDENCE
                    : children.state(ids, stands -> ids.stream().allMatch(stands));
            return new ParentJudgement(
                    this,
                    state,
                    OptionalDouble.empty(),
                    ids.stream().map(children::check).toList());
        }

        @Override
        public String sentence() {
            return "Mastered when everything in it is mastered.";
        }
    }

    /**
     * Every required child stands, and the points of the children that stand reach a threshold. Source: Moodle competency
     * rule "points"; there a parent keeps what it has when a child falls, here it falls too.
     *
     * @param required children that have to stand
     * @param points what each child is worth when it stands, 1 to 1000; a child that is not named is worth nothing
     * @param threshold how many points there have to be, 0 to 1000
     */
    record Points(Set<String> required, Map<String, Integer> points, int threshold) implements ParentRule {
        public Points {
            required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
            points.forEach((child, worth) -> Limit.WORTH.check("points of " + child, worth));
            Limit.POINTS.check("threshold in points", threshold);
            long most = points.values().stream().mapToLong(worth -> worth).sum();
            if (threshold > most) {
                throw new IllegalArgumentException("The rule asks for " + threshold
                        + " points, and all children are worth " + most + ". Ask for fewer or give more.");
            }
            if (required.isEmpty() && threshold == 0) {
                throw new IllegalArgumentException(
                        "The rule asks for nothing. Name a required child or ask for points.");
            }
        }

        @Override
        public ParentJudgement judge(Map<String, Judgement> judgements) {
            Children children = new Children(judgements);
            Set<String> asked = new LinkedHashSet<>(required);
            asked.addAll(points.keySet());
            State state =
                    children.state(asked, stands -> required.stream().allMatch(stands) && earned(stands) >= threshold);
            int earned = earned(id -> children.state(id).standing());
            List<ParentJudgement.Check> checks = new ArrayList<>();
            required.forEach(id -> checks.add(children.check(id)));
            checks.add(new ParentJudgement.Check(
                    earned + " of " + Wording.counted(threshold, "point", "points"), earned >= threshold));
            return new ParentJudgement(this, state, OptionalDouble.of(earned), checks);
        }

        private int earned(Predicate<String> stands) {
            return points.entrySet().stream()
                    .filter(worth -> stands.test(worth.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        @Override
        public String sentence() {
            String needed = required.isEmpty() ? "" : Wording.and(List.copyOf(required)) + " mastered and ";
            return "Mastered with " + needed + Wording.counted(threshold, "point", "points")
                    + " from what is mastered.";
        }
    }

    /**
     * The mean of the children's values, each with a weight, reaches a cut: {@code sum of weight * value / sum of
     * weights}. The children's values have to be on one scale. Every child has to have a value before the parent can be
     * mastered; until then the mean is that of those which have one.
     *
     * @param weights above 0; a child that is not named does not enter
     */
    record WeightedMean(Map<String, Double> weights, double cut) implements ParentRule {
        public WeightedMean {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            weights.forEach((child, weight) -> Limit.POSITIVE.check("weight of " + child, weight));
            Limit.RATING.check("cut", cut);
            if (weights.isEmpty()) {
                throw new IllegalArgumentException("The mean is of no children. Give at least one a weight.");
            }
        }

        @Override
        public ParentJudgement judge(Map<String, Judgement> judgements) {
            Children children = new Children(judgements);
            List<ParentJudgement.Check> checks = new ArrayList<>();
            double sum = 0;
            double weight = 0;
            for (Map.Entry<String, Double> child : weights.entrySet()) {
                OptionalDouble value = children.get(child.getKey()).value();
                if (value.isPresent()) {
                    sum += child.getValue() * value.getAsDouble();
                    weight += child.getValue();
                }
                checks.add(valued(child.getKey(), value));
            }
            OptionalDouble mean = weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
            boolean reached = mean.isPresent() && Requirements.atLeast(mean.getAsDouble(), cut);
            checks.add(new ParentJudgement.Check(
                    "the average is " + (mean.isPresent() ? Wording.number(mean.getAsDouble()) : "not there yet")
                            + ", and " + Wording.number(cut) + " is needed",
                    reached));
            return new ParentJudgement(this, state(children, checks, reached), mean, checks);
        }

        private static ParentJudgement.Check valued(String child, OptionalDouble value) {
            String words = value.isPresent() ? Wording.number(value.getAsDouble()) : "no value yet";
            return new ParentJudgement.Check("“" + child + "”: " + words, value.isPresent());
        }

        private State state(Children children, List<ParentJudgement.Check> checks, boolean reached) {
            long valued = checks.stream()
                    .limit(weights.size())
                    .filter(ParentJudgement.Check::met)
                    .count();
            if (valued < weights.size()) {
                boolean tried = weights.keySet().stream().anyMatch(id -> children.state(id) != State.NO_EVIDENCE);
                return tried ? State.TOO_LITTLE_EVIDENCE : State.NO_EVIDENCE;
            }
            if (!reached) {
                return State.NOT_YET;
            }
            boolean stale = weights.keySet().stream().anyMatch(id -> children.state(id) == State.NEEDS_REFRESH);
            return stale ? State.NEEDS_REFRESH : State.MASTERED;
        }

        @Override
        public String sentence() {
            List<String> parts = weights.entrySet().stream()
                    .map(w -> w.getKey() + " (weight " + Wording.number(w.getValue()) + ")")
                    .toList();
            return "Mastered when the average of " + Wording.and(parts) + " is " + Wording.number(cut) + " or higher.";
        }
    }
}
