package org.ownpath.engine.adaptive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the chances of {@link Exposure.SympsonHetter} for a highest rate of exposure. Simulees take the test; an item
 * that was selected in a share s of the tests, asked or set aside, gets the chance {@code min(1, target / s)}; and so
 * on, for the chances change what is selected. Source: J. B. Sympson and R. D. Hetter, Controlling item-exposure rates
 * in computerized adaptive testing, 1985.
 *
 * <p>The rates hold for test takers like the simulees. Calibrate anew when the bank, the content targets or the stopping
 * rules change.
 */
public final class SympsonHetterCalibration {

    private SympsonHetterCalibration() {}

    /**
     * How to calibrate.
     *
     * @param target the highest share of tests in which any item may be asked; above 0, at most 1
     * @param rounds how often the test is simulated; 1 or more, 15 is usual
     * @param simulees who takes it; 1,000 or more for rates that are steady
     * @param seed fixes the outcome
     */
    public record Setup(double target, int rounds, List<Simulee> simulees, long seed) {

        /** Refuses a target that is none. */
        public Setup {
            simulees = List.copyOf(simulees);
            if (!(target > 0 && target <= 1) || rounds < 1) {
                throw new IllegalArgumentException("A target of " + target + " in " + rounds
                        + " rounds cannot be calibrated. Use a target above 0 and at most 1, and 1 or more rounds.");
            }
        }
    }

    /**
     * What was found.
     *
     * @param exposure the chances of the round with the lowest highest rate
     * @param highest the highest rate of exposure in each round, the first without control
     */
    public record Calibrated(Exposure.SympsonHetter exposure, List<Double> highest) {

        /** Keeps a copy. */
        public Calibrated {
            highest = List.copyOf(highest);
        }
    }

    /**
     * Calibrates the exposure of this plan; its own control is replaced.
     *
     * @throws IllegalArgumentException if tests are so long that the bank cannot keep to the target
     */
    public static Calibrated calibrate(TestPlan plan, Setup setup) {
        List<Double> chances = Collections.nCopies(plan.bank().size(), 1.0);
        List<Double> best = chances;
        List<Double> highest = new ArrayList<>();
        for (int round = 0; round < setup.rounds(); round++) {
            TestPlan controlled = plan.with(plan.selection().with(new Exposure.SympsonHetter(chances)));
            Counted counted = simulate(controlled, setup, round);
            if (highest.isEmpty() || counted.highest() < Collections.min(highest)) {
                best = chances;
            }
            highest.add(counted.highest());
            checkReach(counted, plan, setup);
            chances = counted.chances(setup.target());
        }
        return new Calibrated(new Exposure.SympsonHetter(best), highest);
    }

    private static void checkReach(Counted counted, TestPlan plan, Setup setup) {
        double needed = counted.meanLength() / plan.bank().size();
        if (needed > setup.target()) {
            throw new IllegalArgumentException("Tests of " + counted.meanLength() + " items from a bank of "
                    + plan.bank().size() + " ask each in a share of " + needed + " on average, above the target of "
                    + setup.target() + ". Add items or allow more.");
        }
    }

    private static Counted simulate(TestPlan plan, Setup setup, int round) {
        int size = plan.bank().size();
        List<Traces> all =
                Simulation.each(plan, setup.simulees(), setup.seed() + round, (simulee, test, stop) -> Traces.of(test));
        Counted counted = new Counted(all.size(), new int[size], new int[size]);
        all.forEach(counted::add);
        return counted;
    }

    /** The items of one test: those asked, and those selected but set aside. */
    private static final class Traces {
        private final int[] asked;
        private final int[] setAside;

        private Traces(int[] asked, int[] setAside) {
            this.asked = asked;
            this.setAside = setAside;
        }

        static Traces of(AdaptiveTest test) {
            int[] asked = test.responses().stream().mapToInt(Response::item).toArray();
            return new Traces(asked, test.onlySetAside());
        }
    }

    private static final class Counted {
        private final int tests;
        private final int[] asked;
        private final int[] selected;

        private Counted(int tests, int[] asked, int[] selected) {
            this.tests = tests;
            this.asked = asked;
            this.selected = selected;
        }

        void add(Traces traces) {
            for (int item : traces.asked) {
                asked[item]++;
                selected[item]++;
            }
            for (int item : traces.setAside) {
                selected[item]++;
            }
        }

        double highest() {
            int most = 0;
            for (int count : asked) {
                most = Math.max(most, count);
            }
            return most / (double) tests;
        }

        double meanLength() {
            long sum = 0;
            for (int count : asked) {
                sum += count;
            }
            return sum / (double) tests;
        }

        List<Double> chances(double target) {
            List<Double> chances = new ArrayList<>(selected.length);
            for (int count : selected) {
                chances.add(Math.min(1, target * tests / Math.max(1, count)));
            }
            return chances;
        }
    }
}
