package org.ownpath.engine.estimate;

/**
 * The cross-product information of knowledge tracing: each learner's score is the expected complete score given the whole
 * sequence, found by one walk back from the sequence's end.
 */
final class TracingScores {

    private final PrefixTree tree;
    private final TracingLikelihood likelihood;
    private final double[] parameters;
    private final double[] ifKnown;
    private final double[] ifUnknown;

    /** Over a likelihood that is prepared at these parameters. */
    TracingScores(PrefixTree tree, TracingLikelihood likelihood, double[] parameters) {
        this.tree = tree;
        this.likelihood = likelihood;
        this.parameters = parameters;
        this.ifKnown = new double[] {parameters[4], 1 - parameters[4]};
        this.ifUnknown = new double[] {1 - parameters[3], parameters[3]};
    }

    CrossProduct information() {
        CrossProduct information = new CrossProduct(5);
        for (int node = 1; node < tree.size(); node++) {
            if (tree.ending(node) > 0) {
                double root = Math.sqrt(tree.ending(node));
                double[] score = score(node);
                for (int p = 0; p < score.length; p++) {
                    score[p] *= root; // the same score, once for each learner who ended here
                }
                information.add(score);
            }
        }
        return information;
    }

    private double[] score(int end) {
        double[] score = new double[5];
        double afterKnown = 1;
        double afterUnknown = 1;
        int node = end;
        while (true) {
            int answer = tree.response(node);
            double known = likelihood.known(node) * afterKnown;
            score[3] += (1 - known) * (answer == 1 ? 1 / parameters[3] : -1 / (1 - parameters[3]));
            score[4] += known * (answer == 0 ? 1 / parameters[4] : -1 / (1 - parameters[4]));
            int from = tree.parent(node);
            if (from == 0) {
                score[0] = known / parameters[0] - (1 - known) / (1 - parameters[0]);
                return score;
            }
            double ofKnown = ifKnown[answer] * afterKnown * likelihood.scale(node);
            double ofUnknown = ifUnknown[answer] * afterUnknown * likelihood.scale(node);
            double before = likelihood.known(from);
            score[1] += (1 - before) * (ofKnown - ofUnknown);
            score[2] += before * (ofUnknown - ofKnown);
            afterKnown = (1 - parameters[2]) * ofKnown + parameters[2] * ofUnknown;
            afterUnknown = parameters[1] * ofKnown + (1 - parameters[1]) * ofUnknown;
            node = from;
        }
    }
}
