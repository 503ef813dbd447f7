package org.ownpath.engine.simulate;

import java.util.Arrays;
import org.ownpath.engine.estimate.Logistic;

/** The mind of a {@link LearningCurve} learner. */
final class CurvedMind extends Mind {

    private static final double STEEPNESS = 20;

    private final LearningCurve model;
    private final double cut;
    private final double[] skill;

    CurvedMind(LearningCurve model, KnowledgeStructure structure) {
        super(structure);
        this.model = model;
        this.cut = model.readiness().cut();
        this.skill = new double[structure.competencies()];
    }

    @Override
    void clear() {
        Arrays.fill(skill, 0);
    }

    @Override
    void know(int competency) {
        skill[competency] = (1 + cut) / 2;
    }

    @Override
    void practise(int competency) {
        double practice = model.pace() * rate() * readiness(competency) * 2 * chance().nextDouble();
        double left = 1 - skill[competency];
        // 1 - exp(-n) and 1 - 1 / (1 + n), continued from the skill there is
        skill[competency] = model.shape() == LearningCurve.Shape.EXPONENTIAL
                ? 1 - left * Math.exp(-practice)
                : 1 - left / (1 + practice * left);
    }

    private double readiness(int competency) {
        double weakest = cut;
        for (int prerequisite : structure().before(competency)) {
            weakest = Math.min(weakest, skill[prerequisite]);
        }
        double floor = model.readiness().floor();
        return floor + (1 - floor) * weakest / cut;
    }

    @Override
    boolean knows(int competency) {
        return skill[competency] >= cut;
    }

    @Override
    double right(int competency) {
        Checking checking = model.checking();
        double above = Logistic.of(STEEPNESS * (skill[competency] - cut));
        return checking.guess() + (1 - checking.guess() - checking.slip()) * above;
    }

    @Override
    void summer() {
        if (model.forget() > 0) {
            for (int c = 0; c < skill.length; c++) {
                skill[c] *= 1 - 2 * model.forget() * chance().nextDouble();
            }
        }
    }
}
