package org.ownpath.engine;

/** The running form of {@link Estimate.KnowledgeTracing}. */
final class Traced extends Cumulative {

    private final Estimate.KnowledgeTracing model;
    private double mastery;

    Traced(Estimate.KnowledgeTracing model) {
        this.model = model;
        this.mastery = model.prior();
    }

    @Override
    void take(double rating) {
        mastery = model.after(mastery, Requirements.atLeast(rating, model.from()));
    }

    @Override
    double current() {
        return mastery;
    }

    @Override
    void restart() {
        mastery = model.prior();
    }
}
