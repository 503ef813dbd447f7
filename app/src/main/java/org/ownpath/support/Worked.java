package org.ownpath.support;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.engine.structure.Share;

/**
 * What support has led to, of one kind or for some students.
 *
 * @param what which support, or for whom
 * @param closed how many such plans are closed
 * @param rechecked in how many of them something was shown after they began
 * @param mastered in how many everything was mastered then
 * @param better in how many it was better than at the start, the mastered ones among them
 */
public record Worked(String what, int closed, int rechecked, int mastered, int better) {

    /** With fewer plans that were checked again, nothing can be told. */
    public static final int FEWEST = 10;

    /** What plans are told apart by. */
    public enum By {
        KIND("Kind of support") {
            @Override
            String of(Plan plan) {
                return plan.agreement().kind().words();
            }

            @Override
            List<String> always() {
                return Arrays.stream(SupportKind.values())
                        .map(SupportKind::words)
                        .toList();
            }
        },
        NOTICED("What was noticed") {
            @Override
            String of(Plan plan) {
                return plan.agreement().signal().map(SignalKind::title).orElse("Nothing; agreed without a signal");
            }
        },
        SUBJECT("Subject") {
            @Override
            String of(Plan plan) {
                return plan.agreement().subject();
            }
        },
        TIER("How near") {
            @Override
            String of(Plan plan) {
                return switch (plan.agreement().tier()) {
                    case 1 -> "In class, as for everybody";
                    case 2 -> "In a small group";
                    default -> "For one student alone";
                };
            }
        };

        private final String words;

        By(String words) {
            this.words = words;
        }

        /** The line of a plan. */
        abstract String of(Plan plan);

        /** The lines that are there even without a plan. */
        List<String> always() {
            return List.of();
        }

        /** As an address names it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The head of a column. */
        public String words() {
            return words;
        }
    }

    /** One line for each, in the order of kinds, or the most plans first. */
    static List<Worked> of(List<Plan> plans, By by) {
        Map<String, List<PlanOutcome>> outcomes = plans.stream()
                .filter(plan -> plan.closing().isPresent())
                .collect(Collectors.groupingBy(
                        by::of,
                        Collectors.mapping(plan -> plan.closing().orElseThrow().outcome(), Collectors.toList())));
        List<String> always = by.always();
        Stream<String> others = outcomes.keySet().stream()
                .filter(what -> !always.contains(what))
                .sorted(Comparator.comparing((String what) ->
                                -outcomes.getOrDefault(what, List.of()).size())
                        .thenComparing(what -> what));
        return Stream.concat(always.stream(), others)
                .map(what -> of(what, outcomes.getOrDefault(what, List.of())))
                .toList();
    }

    private static Worked of(String what, List<PlanOutcome> outcomes) {
        int mastered = count(outcomes, PlanOutcome.MASTERED);
        return new Worked(
                what,
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
