package org.ownpath.engine.adaptive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** When an adaptive test ends. Rules compose: all of them, any of them, at the earliest, at the latest. */
public sealed interface Stopping
        permits Stopping.Precise,
                Stopping.AtMost,
                Stopping.AtLeast,
                Stopping.BankExhausted,
                Stopping.AnyOf,
                Stopping.AllOf,
                MasteryDecided,
                SequentialRatio,
                PredictiveSimilarity,
                DecisionSettled {

    /** The end of this test with its reason, or empty if it goes on. It does not change the test. */
    Optional<Step.Stop> check(AdaptiveTest test);

    /** The first of these rules that applies. */
    static Stopping anyOf(Stopping... rules) {
        return new AnyOf(List.of(rules));
    }

    /** All of these rules at once. */
    static Stopping allOf(Stopping... rules) {
        return new AllOf(List.of(rules));
    }

    /**
     * The standard error of ability is at or below this.
     *
     * @param standardError above 0, in the units of theta
     */
    record Precise(double standardError) implements Stopping {

        /** Refuses what cannot be reached. */
        public Precise {
            if (!(standardError > 0)) {
                throw new IllegalArgumentException("A standard error of " + standardError
                        + " is never reached. Use a number above 0, such as 0.3.");
            }
        }

        @Override
        public Optional<Step.Stop> check(AdaptiveTest test) {
            double now = test.posterior().standardError();
            return undecided(
                    now <= standardError,
                    "The standard error is " + number(now) + ", at or below " + number(standardError) + ".");
        }
    }

    /**
     * So many items are answered.
     *
     * @param items 1 or more
     */
    record AtMost(int items) implements Stopping {

        /** Refuses a test without items. */
        public AtMost {
            positive(items);
        }

        @Override
        public Optional<Step.Stop> check(AdaptiveTest test) {
            return undecided(test.answered() >= items, "All of at most " + items + " items are answered.");
        }
    }

    /**
     * Another rule, but not before so many items are answered.
     *
     * @param items 1 or more
     */
    record AtLeast(int items, Stopping then) implements Stopping {

        /** Refuses a number that says nothing. */
        public AtLeast {
            positive(items);
        }

        @Override
        public Optional<Step.Stop> check(AdaptiveTest test) {
            return test.answered() < items ? Optional.empty() : then.check(test);
        }
    }

    /** Every item of the bank is answered. It holds for every test, whether it is named or not. */
    record BankExhausted() implements Stopping {
        @Override
        public Optional<Step.Stop> check(AdaptiveTest test) {
            return undecided(
                    test.answered() >= test.bank().size(),
                    "All " + test.bank().size() + " items of the bank are answered.");
        }
    }

    /** Ends with the first rule in the list that applies. */
    record AnyOf(List<Stopping> rules) implements Stopping {

        /** Keeps a copy. */
        public AnyOf {
            rules = List.copyOf(rules);
        }

        @Override
        public Optional<Step.Stop> check(AdaptiveTest test) {
            return rules.stream().flatMap(rule -> rule.check(test).stream()).findFirst();
        }
    }

    /** Ends when all rules apply, with the first decision among them and all reasons. */
    record AllOf(List<Stopping> rules) implements Stopping {

        /** Refuses an empty list, which would end every test at once. */
        public AllOf {
            rules = List.copyOf(rules);
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("All of no rules would end every test at once. Give at least one.");
            }
        }

        @Override
        public Optional<Step.Stop> check(AdaptiveTest test) {
            List<Step.Stop> ends =
                    rules.stream().flatMap(rule -> rule.check(test).stream()).toList();
            if (ends.size() < rules.size()) {
                return Optional.empty();
            }
            Decision decision = ends.stream()
                    .map(Step.Stop::decision)
                    .filter(each -> each != Decision.UNDECIDED)
                    .findFirst()
                    .orElse(Decision.UNDECIDED);
            return Optional.of(
                    new Step.Stop(decision, ends.stream().map(Step.Stop::reason).collect(Collectors.joining(" "))));
        }
    }

    private static Optional<Step.Stop> undecided(boolean end, String reason) {
        return end ? Optional.of(new Step.Stop(Decision.UNDECIDED, reason)) : Optional.empty();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void positive(int items) {
        if (items < 1) {
            throw new IllegalArgumentException("A test of " + items + " items is none. Use 1 or more.");
        }
    }
}
