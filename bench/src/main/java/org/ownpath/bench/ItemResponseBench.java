package org.ownpath.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ownpath.engine.estimate.AnswerMatrix;
import org.ownpath.engine.estimate.FitProgress;
import org.ownpath.engine.estimate.FitReport;
import org.ownpath.engine.estimate.Item;
import org.ownpath.engine.estimate.ItemResponseFit;
import org.ownpath.engine.estimate.ItemResponseModel;
import org.ownpath.engine.estimate.Stopping;

/**
 * Item response fits of 10,000 simulated people and 50 items on one thread, from answers in memory to parameters with
 * standard errors. The first row is the first fit in a cold virtual machine.
 */
public final class ItemResponseBench {

    private static final int PEOPLE = 10_000;
    private static final int ITEMS = 50;

    private ItemResponseBench() {}

    /** Entry point. */
    public static void main(String[] args) {
        byte[] answers = simulated();
        System.out.println("| what | measured | spread | goal |");
        System.out.println("|---|---|---|---|");
        long start = System.nanoTime();
        FitReport cold = fit(answers, ItemResponseModel.TWO_PARAMETER);
        row("cold, 2PL", cold, "%.0f ms | ".formatted((System.nanoTime() - start) / 1e6), "1,300 ms");
        for (ItemResponseModel model : ItemResponseModel.values()) {
            FitReport[] report = new FitReport[1];
            Warmed.Time time = Warmed.run(8, 11, () -> {
                report[0] = fit(answers, model);
                return report[0].logLikelihood();
            });
            String goal = model == ItemResponseModel.TWO_PARAMETER ? "1,300 ms" : "";
            row("warm, " + model, report[0], "%.0f ms | %s".formatted(time.milliseconds(), time.spread()), goal);
        }
    }

    private static FitReport fit(byte[] answers, ItemResponseModel model) {
        List<String> names = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            names.add("item " + item);
        }
        return ItemResponseFit.of(AnswerMatrix.of(names, answers), model, Stopping.standard(), FitProgress.NONE)
                .report();
    }

    private static void row(String what, FitReport report, String measured, String goal) {
        System.out.printf(
                "| %s, %d x %d, %d passes, log likelihood %.2f | %s | %s |%n",
                what, PEOPLE, ITEMS, report.steps(), report.logLikelihood(), measured, goal);
    }

    private static byte[] simulated() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.of(Math.exp(0.3 * random.nextGaussian()), random.nextGaussian()));
        }
        byte[] answers = new byte[PEOPLE * ITEMS];
        for (int person = 0; person < PEOPLE; person++) {
            double theta = random.nextGaussian();
            for (int item = 0; item < ITEMS; item++) {
                boolean right = random.nextDouble() < items.get(item).probability(theta);
                answers[person * ITEMS + item] = (byte) (right ? 1 : 0);
            }
        }
        return answers;
    }
}
