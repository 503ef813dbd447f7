package org.ownpath.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ownpath.engine.adaptive.AdaptiveTest;
import org.ownpath.engine.adaptive.BankItem;
import org.ownpath.engine.adaptive.ContentTargets;
import org.ownpath.engine.adaptive.Exposure;
import org.ownpath.engine.adaptive.ItemBank;
import org.ownpath.engine.adaptive.Posterior;
import org.ownpath.engine.adaptive.Selection;
import org.ownpath.engine.adaptive.Step;
import org.ownpath.engine.adaptive.Stopping;
import org.ownpath.engine.adaptive.TestPlan;
import org.ownpath.engine.estimate.Item;
import org.ownpath.engine.time.Fsrs;
import org.ownpath.engine.time.Memory;
import org.ownpath.engine.time.RecallGrade;

/**
 * The next item of 1,000 with exposure control and content balance, beside a plain full scan of the bank, and updates of
 * memory. No database. Each sample is the mean over many calls; median and 95th percentile are over the samples.
 */
public final class AdaptiveBench {

    private static final int ITEMS = 1000;
    private static final int LENGTH = 30;
    private static final int SAMPLES = 200;
    private static final List<String> AREAS = List.of("number", "algebra", "geometry", "data");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    private final ItemBank bank = bank();
    private double sink;

    private AdaptiveBench() {}

    /** Entry point. */
    public static void main(String[] args) {
        new AdaptiveBench().run();
    }

    private void run() {
        System.out.println("Median and 95th percentile over " + SAMPLES
                + " samples, each the mean of 1,200 choices, 300 scans or 10,000 updates.\n");
        System.out.println("| what | measured | beside | goal |");
        System.out.println("|---|---|---|---|");
        ContentTargets content =
                new ContentTargets(Map.of("number", 4.0, "algebra", 3.0, "geometry", 2.0, "data", 1.0));
        Exposure chances = new Exposure.SympsonHetter(Collections.nCopies(ITEMS, 0.2));
        double[] scan = microseconds(() -> scans());
        row("the most informative and nothing else", Selection.plain(), scan);
        row("one of the best 5, 4 areas", new Selection(new Exposure.Randomesque(5), content), scan);
        row("Sympson-Hetter at 0.2, 4 areas", new Selection(chances, content), scan);
        double[] answer = microseconds(() -> answers(plan(Selection.plain())));
        System.out.printf(
                "| an answer into the estimate, 61 points | %.2f microseconds, 95th percentile %.2f | | |%n",
                median(answer), high(answer));
        double[] review = microseconds(this::reviews);
        System.out.printf(
                "| FSRS-6 updates of memory | %.1f million/s, slowest 5%% %.1f | | |%n",
                1 / median(review), 1 / high(review));
        System.out.println("checked: " + (Double.isFinite(sink) ? "every result was used" : "not a number"));
    }

    private void row(String what, Selection selection, double[] scan) {
        double[] next = microseconds(() -> nexts(plan(selection)));
        System.out.printf(
                "| next item of %d: %s | %.2f microseconds, 95th percentile %.2f | full scan %.1f, 95th percentile %.1f |"
                        + " 20 |%n",
                ITEMS, what, median(next), high(next), median(scan), high(scan));
    }

    private TestPlan plan(Selection selection) {
        return new TestPlan(bank, Posterior.normal(0, 1), selection, new Stopping.AtMost(LENGTH));
    }

    /** Some 40 tests of 30 items; only the choice is timed. Gives nanoseconds a choice. */
    private long nexts(TestPlan plan) {
        return tests(plan, true);
    }

    private long answers(TestPlan plan) {
        return tests(plan, false);
    }

    private long tests(TestPlan plan, boolean choice) {
        long chosen = 0;
        long answered = 0;
        int tests = 40;
        for (int i = 0; i < tests; i++) {
            AdaptiveTest test = AdaptiveTest.start(plan);
            for (int length = 0; length < LENGTH; length++) {
                long start = System.nanoTime();
                Step step = test.next(random);
                long middle = System.nanoTime();
                boolean right = random.nextDouble()
                        < bank.get(((Step.Ask) step).item()).item().probability(0.5);
                long again = System.nanoTime();
                test.answer(right);
                answered += System.nanoTime() - again;
                chosen += middle - start;
            }
            sink += test.posterior().mean();
        }
        return (choice ? chosen : answered) / ((long) tests * LENGTH);
    }

    /** The information of every item from its formula, the best not yet asked kept: what anybody would write first. */
    private long scans() {
        int scans = 300;
        boolean[] asked = new boolean[ITEMS];
        long start = System.nanoTime();
        for (int i = 0; i < scans; i++) {
            double theta = -2 + 4.0 * i / scans;
            int best = -1;
            double most = -1;
            for (int item = 0; item < ITEMS; item++) {
                double information = asked[item] ? -1 : bank.get(item).item().information(theta);
                if (information > most) {
                    most = information;
                    best = item;
                }
            }
            sink += best;
        }
        return (System.nanoTime() - start) / scans;
    }

    /** Reviews of 100 memories, 100 times each, on whole days. */
    private long reviews() {
        Fsrs fsrs = Fsrs.standard();
        RecallGrade[] grades = RecallGrade.values();
        LocalDate day = LocalDate.of(2026, 1, 1);
        int reviews = 10_000;
        long start = System.nanoTime();
        for (int card = 0; card < 100; card++) {
            Memory memory = fsrs.first(grades[card % 4], day);
            for (int i = 1; i < 100; i++) {
                memory = fsrs.review(
                        memory, grades[(card + i * 7) % 4], memory.reviewedOn().plusDays(1 + i % 30));
            }
            sink += memory.stability();
        }
        return (System.nanoTime() - start) / reviews;
    }

    /** Microseconds of one call in each sample, after a warm-up of as many. */
    private static double[] microseconds(LongSupplier nanoseconds) {
        double[] samples = new double[SAMPLES];
        for (int i = 0; i < 2 * SAMPLES; i++) {
            samples[i % SAMPLES] = (double) nanoseconds.getAsLong() / 1000; // the second round overwrites the warm-up
        }
        Arrays.sort(samples);
        return samples;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double high(double[] sorted) {
        return sorted[sorted.length * 95 / 100];
    }

    private ItemBank bank() {
        List<BankItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Item item = new Item(Math.exp(0.3 * random.nextGaussian()), random.nextGaussian(), 0.2);
            items.add(new BankItem("i" + i, AREAS.get(i % AREAS.size()), item));
        }
        return ItemBank.of(items);
    }
}
