package org.ownpath.engine.simulate;

import java.util.BitSet;

/**
 * One level a year for everybody of one age. The opportunities of a year are shared out evenly among the level's
 * competencies, one after the other, whether or not anybody needs more or fewer. All are promoted.
 */
final class BatchSchooling extends Schooling {

    private final BitSet failed = new BitSet();
    private int taught;

    BatchSchooling(Scenario scenario, LearnerModel model) {
        super(scenario, model);
    }

    @Override
    void begin() {
        failed.clear();
        taught = 0;
    }

    @Override
    void learn(int year) {
        int first = structure().first(year);
        int count = structure().first(year + 1) - first;
        int opportunities = scenario().school().opportunitiesPerYear();
        for (int i = 0; i < count; i++) {
            unit(first + i, (i + 1) * opportunities / count - i * opportunities / count);
        }
        taught = first + count;
        support(scenario().support().inBatchPerYear());
    }

    private void unit(int competency, int opportunities) {
        checks().clear();
        boolean met = false;
        for (int o = 0; o < opportunities; o++) {
            met |= opportunity(competency);
        }
        failed.set(competency, !met);
    }

    private void support(int extra) {
        int working = -1;
        for (int o = 0; o < extra && !failed.isEmpty(); o++) {
            if (working != failed.nextSetBit(0)) {
                working = failed.nextSetBit(0);
                checks().clear();
            }
            if (opportunity(working)) {
                failed.clear(working);
            }
        }
    }

    @Override
    int passed() {
        return taught;
    }

    @Override
    boolean graduated() {
        return taught == structure().competencies();
    }

    @Override
    double yearsBehind(int year) {
        return 0;
    }
}
