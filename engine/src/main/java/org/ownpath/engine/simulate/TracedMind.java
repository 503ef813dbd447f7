package org.ownpath.engine.simulate;

import java.util.Arrays;

/** The mind of a {@link KnowledgeTracing} learner. */
final class TracedMind extends Mind {

    private final KnowledgeTracing model;
    private final boolean[] known;
    private double learn;

    TracedMind(KnowledgeTracing model, KnowledgeStructure structure) {
        super(structure);
        this.model = model;
        this.known = new boolean[structure.competencies()];
    }

    @Override
    void clear() {
        Arrays.fill(known, false);
        learn = atOwnRate(model.learn());
    }

    @Override
    void know(int competency) {
        known[competency] = true;
    }

    @Override
    void practise(int competency) {
        if (known[competency]) {
            return;
        }
        double p = learn;
        for (int m = missing(competency); m > 0; m--) {
            p *= model.missing();
        }
        known[competency] = chance().nextDouble() < p;
    }

    @Override
    boolean knows(int competency) {
        return known[competency];
    }

    @Override
    double right(int competency) {
        return model.checking().right(known[competency]);
    }

    @Override
    void summer() {
        Forgetting.each(known, model.forget(), chance());
    }
}
