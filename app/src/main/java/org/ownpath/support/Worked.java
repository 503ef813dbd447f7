package org.ownpath.support;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.engine.structure.Share;

/**
 * What one kind of support has led to.
 *
 * @param closed how many plans of the kind are closed
 * @param rechecked in how many of them something was shown after they began
 * @param mastered in how many everything was mastered then
 * @param better in how many it was better than at the start, the mastered ones among them
 */
public record Worked(SupportKind kind, int closed, int rechecked, int mastered, int better) {

    /** With fewer plans that were checked again, nothing can be told. */
    public static final int FEWEST = 10;

    static List<Worked> of(List<Plan> closed) {
        Map<SupportKind, List<PlanOutcome>> outcomes = closed.stream()
                .filter(plan -> plan.closing().isPresent())
                .collect(Collectors.groupingBy(
                        plan -> plan.agreement().kind(),
                        () -> new EnumMap<>(SupportKind.class),
                        Collectors.mapping(plan -> plan.closing().orElseThrow().outcome(), Collectors.toList())));
        return Arrays.stream(SupportKind.values())
                .map(kind -> of(kind, outcomes.getOrDefault(kind, List.of())))
                .toList();
    }

    private static Worked of(SupportKind kind, List<PlanOutcome> outcomes) {
        int mastered = count(outcomes, PlanOutcome.MASTERED);
        return new Worked(
                kind,
                outcomes.size(),
                (int) outcomes.stream().filter(PlanOutcome::rechecked).count(),
                mastered,
                mastered + count(outcomes, PlanOutcome.GROWING));
    }

    /** The share that got better of those checked again, with its interval; empty when there are too few to tell. */
    public Optional<Share> helped() {
        return rechecked < FEWEST ? Optional.empty() : Optional.of(Share.of(better, rechecked));
    }

    private static int count(List<PlanOutcome> outcomes, PlanOutcome wanted) {
        return (int) outcomes.stream().filter(o -> o == wanted).count();
    }
}
