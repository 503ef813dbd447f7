package org.ownpath.engine.estimate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Answers drawn from knowledge tracing itself. */
final class SimulatedSkill {

    private SimulatedSkill() {}

    /** Sequences of 1 to {@code longest} answers. */
    static ResponseSequences of(KnowledgeTracing truth, int learners, int longest, RandomGenerator random) {
        byte[] responses = new byte[learners * longest];
        int[] starts = new int[learners + 1];
        int at = 0;
        for (int learner = 0; learner < learners; learner++) {
            int length = random.nextInt(1, longest + 1);
            boolean known = random.nextDouble() < truth.prior();
            for (int i = 0; i < length; i++) {
                boolean right = random.nextDouble() < (known ? 1 - truth.slip() : truth.guess());
                responses[at++] = (byte) (right ? 1 : 0);
                known = random.nextDouble() < (known ? 1 - truth.forget() : truth.learn());
            }
            starts[learner + 1] = at;
        }
        return ResponseSequences.of(Arrays.copyOf(responses, at), starts);
    }

    /** The log likelihood by the definition: the sum over all paths of knowing and not knowing. */
    static double logLikelihood(KnowledgeTracing model, ResponseSequences sequences) {
        double sum = 0;
        for (int learner = 0; learner < sequences.learners(); learner++) {
            int start = sequences.start(learner);
            int length = sequences.start(learner + 1) - start;
            double all = 0;
            for (int path = 0; path < 1 << length; path++) {
                all += path(model, sequences, start, length, path);
            }
            sum += Math.log(all);
        }
        return sum;
    }

    private static double path(KnowledgeTracing model, ResponseSequences sequences, int start, int length, int path) {
        double probability = 1;
        for (int i = 0; i < length; i++) {
            boolean known = (path >> i & 1) == 1;
            boolean before = i > 0 && (path >> (i - 1) & 1) == 1;
            double toKnown = i == 0 ? model.prior() : before ? 1 - model.forget() : model.learn();
            double right = known ? 1 - model.slip() : model.guess();
            probability *= (known ? toKnown : 1 - toKnown) * (sequences.response(start + i) == 1 ? right : 1 - right);
        }
        return probability;
    }
}
