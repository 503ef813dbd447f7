package org.ownpath.engine;

/** The running form of {@link Progress.PracticePoints}. */
final class Earned extends Cumulative {

    private final Progress.PracticePoints model;
    private double points;
    private double value;
    private double best;

    Earned(Progress.PracticePoints model) {
        this.model = model;
        this.value = model.step();
    }

    @Override
    void take(double rating) {
        double score = Progress.score(rating, model.full());
        points = Math.min(model.most(), points + Math.max(0, score - best) * value);
        boolean perfect = Requirements.atLeast(score, 1);
        best = perfect ? 0 : Math.max(best, score);
        value = perfect ? value + model.step() : model.step();
    }

    @Override
    double current() {
        return points;
    }

    @Override
    void restart() {
        points = 0;
        value = model.step();
        best = 0;
    }
}
