package org.ownpath.engine;

import org.ownpath.engine.estimate.KnowledgeTracing;

/** The running form of {@link Estimate.KnowledgeTracing}. */
final class Traced extends Cumulative {

    private final double from;
    private final KnowledgeTracing skill;
    private double mastery;

    Traced(Estimate.KnowledgeTracing model) {
        this.from = model.from();
        this.skill = model.skill();
        this.mastery = skill.prior();
    }

    @Override
    void take(double rating) {
        mastery = skill.update(mastery, Requirements.atLeast(rating, from));
    }

    @Override
    double current() {
        return mastery;
    }

    @Override
    void restart() {
        mastery = skill.prior();
    }
}
