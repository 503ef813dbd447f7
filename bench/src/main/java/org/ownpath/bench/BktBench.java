package org.ownpath.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ownpath.engine.estimate.KnowledgeTracing;
import org.ownpath.engine.estimate.KnowledgeTracingFit;
import org.ownpath.engine.estimate.ResponseSequences;
import org.ownpath.engine.estimate.TracingBounds;

/**
 * Knowledge tracing on one thread: the online update, and fits of about 224,000 simulated responses to one skill. A whole
 * fit counts each response once, however many passes it takes, from flat arrays to parameters with standard errors, the
 * tree of beginnings included. A pass counts each response once a pass. Sequences of one length take more or less time than
 * others, since short ones share more beginnings, so there are three lengths. The answers are drawn from parameters far from
 * the fit's first start.
 */
public final class BktBench {

    private static final int RESPONSES = 224_000;
    private static final int UPDATES = 10_000_000;

    private BktBench() {}

    /** Entry point. */
    public static void main(String[] args) {
        System.out.println("| what | measured | spread | goal |");
        System.out.println("|---|---|---|---|");
        update();
        for (int mean : new int[] {6, 20, 60}) {
            ResponseSequences sequences = simulated(mean);
            fit(sequences, mean, 1);
            fit(sequences, mean, 20);
        }
    }

    private static void update() {
        KnowledgeTracing skill = new KnowledgeTracing(0.4, 0.12, 0.03, 0.2, 0.1);
        boolean[] answers = new boolean[1024];
        RandomGenerator random = random();
        for (int i = 0; i < answers.length; i++) {
            answers[i] = random.nextDouble() < 0.7;
        }
        Warmed.Time time = Warmed.run(5, 15, () -> {
            double mastery = skill.prior();
            for (int i = 0; i < UPDATES; i++) {
                mastery = skill.update(mastery, answers[i & 1023]);
            }
            return mastery;
        });
        row(
                "one online mastery update, each waiting for the one before",
                "%.1f ns".formatted(time.median() / UPDATES),
                "%.1f to %.1f ns".formatted(time.fastest() / UPDATES, time.slowest() / UPDATES),
                "under 1,000 ns");
    }

    private static void fit(ResponseSequences sequences, int mean, int starts) {
        long[] passes = new long[2];
        Warmed.Time time = Warmed.run(12, 15, () -> {
            passes[0] = 0;
            KnowledgeTracingFit fit = KnowledgeTracingFit.of(
                    sequences,
                    TracingBounds.standard(),
                    new KnowledgeTracingFit.Starts(starts, random()),
                    (steps, logLikelihood) -> passes[0]++);
            passes[1] = fit.report().steps();
            return fit.report().logLikelihood();
        });
        double perSecond = sequences.size() / time.median() * 1e3;
        String what = "%,d responses, mean %d a learner, %d %s"
                .formatted(sequences.size(), mean, starts, starts == 1 ? "start" : "starts, the best three finished");
        row(
                "whole fit, " + what,
                "%.1f ms: %.2f million responses/s".formatted(time.milliseconds(), perSecond),
                time.spread(),
                starts == 1 ? "1.5 million/s" : "");
        row(
                "the same by passes, %d at least in all, %d in the best run".formatted(passes[0], passes[1]),
                "%.0f million responses/s a pass".formatted(perSecond * passes[0]),
                "",
                "");
    }

    private static void row(String what, String measured, String spread, String goal) {
        System.out.println("| " + what + " | " + measured + " | " + spread + " | " + goal + " |");
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    }

    private static ResponseSequences simulated(int mean) {
        RandomGenerator random = random();
        int learners = RESPONSES / mean;
        byte[] responses = new byte[2 * RESPONSES];
        int[] starts = new int[learners + 1];
        int at = 0;
        for (int learner = 0; learner < learners; learner++) {
            int length = random.nextInt(1, 2 * mean);
            boolean known = random.nextDouble() < 0.15;
            for (int i = 0; i < length; i++) {
                responses[at++] = (byte) (random.nextDouble() < (known ? 0.95 : 0.3) ? 1 : 0);
                known = known || random.nextDouble() < 0.06;
            }
            starts[learner + 1] = at;
        }
        return ResponseSequences.of(Arrays.copyOf(responses, at), starts);
    }
}
