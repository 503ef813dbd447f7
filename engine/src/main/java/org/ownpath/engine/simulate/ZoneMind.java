package org.ownpath.engine.simulate;

import java.util.Arrays;

/** The mind of a {@link Zone} learner. */
final class ZoneMind extends Mind {

    private static final double FOLLOWS = 0.1;

    private final Zone model;
    private final boolean[] known;
    private final double[] fits;
    private int count;
    private double learn;
    private double engagement;

    ZoneMind(Zone model, KnowledgeStructure structure) {
        super(structure);
        this.model = model;
        int n = structure.competencies();
        this.known = new boolean[n];
        this.fits = new double[2 * n + 1];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = fit(i - n, model.width());
        }
    }

    private static double fit(int distance, Zone.Width width) {
        double relative = distance / (distance < 0 ? width.bored() : width.lost());
        return Math.exp(-relative * relative / 2);
    }

    @Override
    void clear() {
        Arrays.fill(known, false);
        count = 0;
        engagement = 1;
        learn = atOwnRate(model.learn());
    }

    @Override
    void know(int competency) {
        if (!known[competency]) {
            known[competency] = true;
            count++;
        }
    }

    @Override
    void practise(int competency) {
        double fit = fits[competency - count + known.length];
        engagement += FOLLOWS * (fit - engagement);
        if (!known[competency] && chance().nextDouble() < learn * fit * engagement) {
            know(competency);
        }
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
        count -= Forgetting.each(known, model.forget(), chance());
    }
}
