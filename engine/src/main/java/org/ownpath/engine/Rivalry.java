package org.ownpath.engine;

/** The running form of {@link Estimate.Elo}. */
final class Rivalry extends Cumulative {

    private final Estimate.Elo model;
    private double theta;

    Rivalry(Estimate.Elo model) {
        this.model = model;
    }

    @Override
    void take(double rating) {
        double right = Requirements.atLeast(rating, model.from()) ? 1 : 0;
        theta += model.gain() / (1 + model.decay() * (count() - 1)) * (right - current());
    }

    @Override
    double current() {
        return 1 / (1 + Math.exp(-theta));
    }

    @Override
    void restart() {
        theta = 0;
    }
}
