package org.ownpath.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A level of a competency made of skills, as in Building 21's Slate. Of each skill the best ratings are kept, as many as
 * it requires demonstrations, highest first and earliest first on ties. Ratings and missed chances are taken from the
 * skill's judgement: what its rule counts.
 *
 * @param level L, in the units of the ratings
 * @param demonstrations how many each skill requires
 * @param minimumRating no kept rating may be below it
 */
public record SlateLevel(double level, Map<String, Integer> demonstrations, Optional<Double> minimumRating)
        implements ParentRule {

    private static final double BELOW = 0.5;

    public SlateLevel {
        Limit.RATING.check("level", level);
        demonstrations = Collections.unmodifiableMap(new LinkedHashMap<>(demonstrations));
        demonstrations.forEach((skill, needed) -> Limit.COUNT.check("demonstrations of " + skill, needed));
        minimumRating.ifPresent(rating -> Limit.RATING.check("minimum rating", rating));
        if (demonstrations.isEmpty()) {
            throw new IllegalArgumentException("The level has no skills. Name at least one.");
        }
    }

    /**
     * How far a level is.
     *
     * @param complete demonstrations there are, of each skill at most those it requires; a skill filled by an override
     *     counts as all of them, a missed chance as none
     * @param required demonstrations there have to be
     * @param average the mean of the kept ratings to one decimal; overrides and missed chances are outside
     * @param lowest the lowest kept rating
     */
    public record Account(int complete, int required, OptionalDouble average, OptionalDouble lowest) {

        /** From 0 to 1. */
        public double progress() {
            return (double) complete / required;
        }

        /** The average less a baseline. */
        public OptionalDouble growth(double baseline) {
            return average.isPresent() ? OptionalDouble.of(average.getAsDouble() - baseline) : OptionalDouble.empty();
        }

        /** The baseline of the next level once this one is done: the higher of the old baseline and the average. */
        public double nextBaseline(double baseline) {
            return Math.max(baseline, average.orElse(baseline));
        }
    }

    /** The account of this level. */
    public Account account(Map<String, Judgement> judgements) {
        Children skills = new Children(judgements);
        int complete = 0;
        List<Double> kept = new ArrayList<>();
        for (Map.Entry<String, Integer> skill : demonstrations.entrySet()) {
            Explanation explanation = skills.get(skill.getKey()).explanation();
            List<Double> best = best(explanation, skill.getValue());
            complete += filled(explanation) ? skill.getValue() : best.size();
            kept.addAll(best);
        }
        OptionalDouble average = Aggregation.present(Rounded.halfUp(
                kept.stream().mapToDouble(rating -> rating).average().orElse(Double.NaN), 10));
        OptionalDouble lowest = kept.stream().mapToDouble(rating -> rating).min();
        int required =
                demonstrations.values().stream().mapToInt(needed -> needed).sum();
        return new Account(complete, required, average, lowest);
    }

    private static List<Double> best(Explanation explanation, int needed) {
        return ratings(explanation).stream()
                .sorted(Comparator.reverseOrder()) // stable: of equals the earliest stays first
                .limit(needed)
                .toList();
    }

    /** The ratings in the order shown, without missed chances. */
    private static List<Double> ratings(Explanation explanation) {
        return explanation.counted().stream()
                .flatMap(piece ->
                        piece.result().rating(Optional.empty()).stream().boxed())
                .toList();
    }

    private static boolean filled(Explanation explanation) {
        return explanation.override().isPresent()
                && explanation.verdict().state().standing();
    }

    /**
     * A baseline for a student who brings none: the mean of each skill's earliest rating, once all skills are rated or
     * half of the level is complete; empty before.
     */
    public OptionalDouble firstBaseline(Map<String, Judgement> judgements) {
        Children skills = new Children(judgements);
        List<Double> earliest = demonstrations.keySet().stream()
                .flatMap(id -> ratings(skills.get(id).explanation()).stream().limit(1))
                .toList();
        boolean known =
                earliest.size() == demonstrations.size() || account(judgements).progress() >= 0.5;
        return known ? earliest.stream().mapToDouble(rating -> rating).average() : OptionalDouble.empty();
    }

    @Override
    public ParentJudgement judge(Map<String, Judgement> judgements) {
        Account account = account(judgements);
        List<ParentJudgement.Check> checks = checks(account);
        boolean done = checks.stream().allMatch(ParentJudgement.Check::met);
        boolean tried = demonstrations.keySet().stream()
                .anyMatch(id -> new Children(judgements).state(id) != State.NO_EVIDENCE);
        State state = done
                ? State.MASTERED
                : !tried
                        ? State.NO_EVIDENCE
                        : account.complete() < account.required() ? State.TOO_LITTLE_EVIDENCE : State.NOT_YET;
        return new ParentJudgement(this, state, account.average(), checks);
    }

    private List<ParentJudgement.Check> checks(Account account) {
        List<ParentJudgement.Check> checks = new ArrayList<>();
        checks.add(new ParentJudgement.Check(
                account.complete() + " of " + Wording.counted(account.required(), "demonstration", "demonstrations"),
                account.complete() >= account.required()));
        account.average()
                .ifPresent(average -> checks.add(new ParentJudgement.Check(
                        "the average is " + Wording.number(average) + ", and " + Wording.number(level - BELOW)
                                + " is needed",
                        Requirements.atLeast(average, level - BELOW))));
        minimumRating.ifPresent(least -> account.lowest()
                .ifPresent(lowest -> checks.add(new ParentJudgement.Check(
                        "the lowest kept rating is " + Wording.number(lowest) + ", and none may be below "
                                + Wording.number(least),
                        Requirements.atLeast(lowest, least)))));
        return checks;
    }

    @Override
    public String sentence() {
        List<String> skills = demonstrations.entrySet().stream()
                .map(skill -> skill.getKey() + " " + Wording.times(skill.getValue()))
                .toList();
        String least = minimumRating
                .map(rating -> ", with none of them below " + Wording.number(rating))
                .orElse("");
        return "Mastered when " + Wording.and(skills) + " shown, and the average of the best is "
                + Wording.number(level - BELOW) + " or higher to one decimal" + least + ".";
    }
}
