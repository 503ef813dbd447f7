package org.ownpath.engine.estimate;

/**
 * How the probability of each answer category depends on ability, over the nodes of the grid. Tables are flat: category k
 * at node q is at {@code k * 61 + q}, and the score of parameter p is at {@code (p * categories + k) * 61 + q}.
 */
interface ItemModel {

    int categories();

    int parameters();

    /** Where the fit starts, from the share of answers in each category. */
    double[] start(double[] shares);

    boolean feasible(double[] parameters);

    /** Writes the probability of each category. */
    void probabilities(double[] parameters, double[] out);

    /** Writes the derivative of each category's log probability by each parameter. */
    void scores(double[] parameters, double[] out);

    /** The log density of the prior, up to a constant. */
    double logPrior(double[] parameters);

    /** The derivative of the log prior. */
    double priorScore(double[] parameters, int parameter);

    /** How much the prior knows of a parameter: its expected negative second derivative. */
    double priorInformation(double[] parameters, int parameter);
}
