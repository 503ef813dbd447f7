package org.ownpath.engine;

import org.ownpath.engine.estimate.EloSettings;
import org.ownpath.engine.estimate.Logistic;

/** The running form of {@link Estimate.Elo}. */
final class Rivalry extends Cumulative {

    private final double from;
    private final EloSettings pace;
    private double theta;

    Rivalry(Estimate.Elo model) {
        this.from = model.from();
        this.pace = model.pace();
    }

    @Override
    void take(double rating) {
        double right = Requirements.atLeast(rating, from) ? 1 : 0;
        theta += pace.learnerStep(count() - 1) * (right - current());
    }

    @Override
    double current() {
        return Logistic.of(theta);
    }

    @Override
    void restart() {
        theta = 0;
    }
}
