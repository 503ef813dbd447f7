package org.ownpath.engine.simulate;

/**
 * One competency after the other, each until the rule is met, without regard to the year. Since prerequisites come first
 * in the structure, they are always passed. Who has had {@value #STUCK} opportunities on one competency spends every
 * second one on its prerequisites in turn, which may have been passed by luck or forgotten: the corrective instruction
 * of B. Bloom, Learning for mastery, 1968.
 */
final class MasterySchooling extends Schooling {

    private static final int STUCK = 12;

    private int working;
    private int opportunities;

    MasterySchooling(Scenario scenario, LearnerModel model) {
        super(scenario, model);
    }

    @Override
    void begin() {
        working = 0;
        opportunities = 0;
        checks().clear();
    }

    @Override
    void learn(int year) {
        work(scenario().school().opportunitiesPerYear(), structure().competencies());
        work(scenario().support().uponMasteryPerYear(), structure().first(year + 1));
    }

    /** So many opportunities, or until everything before {@code end} is passed. */
    private void work(int most, int end) {
        for (int o = 0; o < most && working < end; o++) {
            opportunities++;
            int[] before = structure().before(working);
            int stuckFor = opportunities - STUCK;
            if (stuckFor > 0 && stuckFor % 2 == 1 && before.length > 0) {
                review(before[stuckFor / 2 % before.length]);
            } else if (opportunity(working)) {
                working++;
                opportunities = 0;
                checks().clear();
            }
        }
    }

    @Override
    int passed() {
        return working;
    }

    @Override
    boolean graduated() {
        return working == structure().competencies();
    }

    @Override
    double yearsBehind(int year) {
        int levels = working == structure().competencies()
                ? structure().levels()
                : structure().level(working);
        return Math.max(0, year + 1 - levels);
    }
}
