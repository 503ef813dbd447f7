package org.ownpath.assessment.items;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.engine.Depth;
import org.ownpath.engine.adaptive.Posterior;
import org.ownpath.shared.CompetencyId;

/**
 * What a finished try shows of one competency.
 *
 * @param asked how many questions were asked
 * @param right how many of them were answered all right
 * @param depths what was asked of each depth, the simplest first
 * @param depth the depth that at least half of the questions had
 * @param steps how far from mastery, in levels of the rating scale, 0 being mastery; empty when too little was answered
 * @param chance the probability of mastery, for adaptive tests
 */
public record Finding(
        CompetencyId competency,
        int asked,
        int right,
        List<Report.ByDepth> depths,
        Depth depth,
        Optional<Integer> steps,
        OptionalDouble chance) {

    /** Keeps its own copy. */
    public Finding {
        depths = List.copyOf(depths);
    }

    /** Whether it shows mastery. */
    public boolean mastered() {
        return steps.isPresent() && steps.get() >= 0;
    }

    static List<Finding> of(Attempt attempt, Sitting sitting) {
        return attempt.test().competencies().stream()
                .map(competency -> of(competency, attempt, sitting))
                .toList();
    }

    private static Finding of(CompetencyId competency, Attempt attempt, Sitting sitting) {
        List<Response> responses = sitting.responses().stream()
                .filter(response ->
                        sitting.pool().entry(response.item()).competency().equals(competency))
                .toList();
        int right = (int) responses.stream().filter(Response::right).count();
        Depth depth = depth(responses, sitting.pool());
        if (attempt.test().adaptive()) {
            boolean enough = responses.size() >= TestTerms.USUAL.shortest();
            Posterior ability = ability(responses, sitting.pool());
            return new Finding(
                    competency,
                    responses.size(),
                    right,
                    depths(responses, sitting.pool()),
                    depth,
                    enough ? Optional.of(TestTerms.USUAL.steps(ability)) : Optional.empty(),
                    OptionalDouble.of(ability.atLeast(TestTerms.USUAL.cut())));
        }
        List<Pool.Entry> asked = attempt.test().items().orElse(List.of()).stream()
                .map(sitting.pool()::entry)
                .filter(entry -> entry.competency().equals(competency))
                .toList();
        boolean scored =
                responses.stream().allMatch(response -> response.score().isPresent());
        double points = responses.stream()
                .mapToDouble(response -> response.score().orElse(0))
                .sum();
        return new Finding(
                competency,
                asked.size(),
                right,
                depths(responses, sitting.pool()),
                depth,
                scored && !asked.isEmpty() && !responses.isEmpty()
                        ? Optional.of(TestTerms.USUAL.steps(points / asked.size()))
                        : Optional.empty(),
                OptionalDouble.empty());
    }

    private static Posterior ability(List<Response> responses, Pool pool) {
        Posterior ability = Posterior.normal(0, 1);
        for (Response response : responses) {
            ability = ability.after(pool.entry(response.item()).curve(), response.right());
        }
        return ability;
    }

    private static List<Report.ByDepth> depths(List<Response> responses, Pool pool) {
        return Arrays.stream(Depth.values())
                .map(depth -> {
                    List<Response> asked = responses.stream()
                            .filter(response -> response.score().isPresent())
                            .filter(response -> pool.entry(response.item()).depth() == depth)
                            .toList();
                    return new Report.ByDepth(depth, asked.size(), (int)
                            asked.stream().filter(Response::right).count());
                })
                .filter(each -> each.asked() > 0)
                .toList();
    }

    private static Depth depth(List<Response> responses, Pool pool) {
        Depth deepest = Depth.RECALL;
        for (Depth depth : Depth.values()) {
            long asDeep = responses.stream()
                    .filter(response -> pool.entry(response.item()).depth().atLeast(depth))
                    .count();
            deepest = asDeep * 2 >= responses.size() && asDeep > 0 ? depth : deepest;
        }
        return deepest;
    }
}
