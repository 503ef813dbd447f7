package org.ownpath.engine.estimate;

/**
 * One pass of expectation-maximisation for knowledge tracing: the scaled forward-backward algorithm over the tree of
 * beginnings. Parameters are prior, learn, forget, guess, slip. Forward messages depend on the beginning alone; backward
 * messages of learners with one beginning add up, since everything after is linear in them. Source of the recursions:
 * Rabiner, A tutorial on hidden Markov models, 1989.
 */
final class TracingLikelihood implements EmStep {

    private static final double TINY = 1e-200;

    private final PrefixTree tree;
    private final TracingBounds bounds;
    private final int size;
    private final int roots;
    private final int[] parent;
    private final byte[] response;
    private final int[] count;
    private final double[] known; // after the response
    private final double[] next; // before the next response
    private final double[] scale; // 1 / probability of the response given the beginning
    private final double[] afterKnown;
    private final double[] afterUnknown;

    TracingLikelihood(PrefixTree tree, TracingBounds bounds) {
        this.tree = tree;
        this.bounds = bounds;
        this.size = tree.size();
        this.roots = tree.roots();
        this.parent = new int[size];
        this.response = new byte[size];
        this.count = new int[size];
        for (int node = 0; node < size; node++) {
            parent[node] = tree.parent(node);
            response[node] = tree.response(node);
            count[node] = tree.count(node);
        }
        this.known = new double[size];
        this.next = new double[size];
        this.scale = new double[size];
        this.afterKnown = new double[size];
        this.afterUnknown = new double[size];
    }

    @Override
    public boolean feasible(double[] parameters) {
        for (int p = 0; p < parameters.length; p++) {
            if (parameters[p] < bounds.least(p) || parameters[p] > bounds.most(p)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double apply(double[] from, double[] to) {
        double logLikelihood = forward(from);
        new Backward(from).maximise(from, to);
        return logLikelihood;
    }

    private double forward(double[] parameters) {
        double[] ifKnown = {parameters[4], 1 - parameters[4]};
        double[] ifUnknown = {1 - parameters[3], parameters[3]};
        double learn = parameters[1];
        double stays = 1 - parameters[2] - learn;
        next[0] = parameters[0];
        double logLikelihood = 0;
        double product = 1;
        for (int node = 1; node < size; node++) {
            double before = next[parent[node]];
            double right = before * ifKnown[response[node]];
            double probability = right + (1 - before) * ifUnknown[response[node]];
            double inverse = 1 / probability;
            scale[node] = inverse;
            known[node] = right * inverse;
            next[node] = learn + known[node] * stays;
            if (count[node] > 1) {
                logLikelihood += count[node] * Math.log(probability);
            } else {
                product *= probability; // one logarithm for many, as most long beginnings are one learner's
                if (product < TINY) {
                    logLikelihood += Math.log(product);
                    product = 1;
                }
            }
        }
        return logLikelihood + Math.log(product);
    }

    /** Runs the forward pass, so that {@link #known} and {@link #scale} hold. */
    void prepare(double[] parameters) {
        forward(parameters);
    }

    /** The probability of knowing, given the responses up to this node. */
    double known(int node) {
        return known[node];
    }

    /** 1 over the probability of this node's response, given those before. */
    double scale(int node) {
        return scale[node];
    }

    /** The backward pass and the expected counts that it gathers. */
    private final class Backward {

        private final double[] ifKnown;
        private final double[] ifUnknown;
        private final double learn;
        private final double forget;
        private final double[] knownBy = new double[2];
        private final double[] totalBy = new double[2];
        private double knownFirst;
        private double toKnown;
        private double toUnknown;
        private double knownToKnown;
        private double knownToUnknown;

        Backward(double[] parameters) {
            ifKnown = new double[] {parameters[4], 1 - parameters[4]};
            ifUnknown = new double[] {1 - parameters[3], parameters[3]};
            learn = parameters[1];
            forget = parameters[2];
            for (int node = 0; node < size; node++) {
                afterKnown[node] = tree.ending(node);
                afterUnknown[node] = afterKnown[node];
            }
            gather();
        }

        private void gather() {
            double stay = 1 - forget;
            double unlearnt = 1 - learn;
            for (int node = size - 1; node > roots; node--) {
                int answer = response[node];
                int from = parent[node];
                double ofKnown = ifKnown[answer] * afterKnown[node] * scale[node];
                double ofUnknown = ifUnknown[answer] * afterUnknown[node] * scale[node];
                knownBy[answer] += known[node] * afterKnown[node];
                totalBy[answer] += count[node];
                toKnown += ofKnown;
                toUnknown += ofUnknown;
                knownToKnown += known[from] * ofKnown;
                knownToUnknown += known[from] * ofUnknown;
                afterKnown[from] += stay * ofKnown + forget * ofUnknown;
                afterUnknown[from] += learn * ofKnown + unlearnt * ofUnknown;
            }
            for (int node = roots; node > 0; node--) {
                knownBy[response[node]] += known[node] * afterKnown[node];
                totalBy[response[node]] += count[node];
                knownFirst += known[node] * afterKnown[node];
            }
        }

        void maximise(double[] from, double[] to) {
            double learnt = learn * (toKnown - knownToKnown);
            double unlearnt = (1 - learn) * (toUnknown - knownToUnknown);
            double forgot = forget * knownToUnknown;
            double kept = (1 - forget) * knownToKnown;
            double guessed = totalBy[1] - knownBy[1];
            double unknownWrong = totalBy[0] - knownBy[0];
            to[0] = bounded(0, knownFirst, count[0] - (double) tree.ending(0) - knownFirst, from);
            to[1] = bounded(1, learnt, unlearnt, from);
            to[2] = bounded(2, forgot, kept, from);
            to[3] = bounded(3, guessed, unknownWrong, from);
            to[4] = bounded(4, knownBy[0], knownBy[1], from);
        }

        /** The share of one count in two, within bounds; unchanged where there is nothing to count. */
        private double bounded(int parameter, double one, double other, double[] from) {
            double share = one + other > 0 ? one / (one + other) : from[parameter];
            return Math.min(bounds.most(parameter), Math.max(bounds.least(parameter), share));
        }
    }
}
