package org.ownpath.insight;

import java.util.List;
import java.util.function.DoubleFunction;
import org.ownpath.engine.simulate.Checking;
import org.ownpath.engine.simulate.KnowledgeTracing;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.LearningCurve;
import org.ownpath.engine.simulate.Population;
import org.ownpath.engine.simulate.Zone;

/**
 * What the simulation takes from the school's own evidence. An opportunity is an occasion that was recorded, so that the
 * rule of mastery sees in the simulation what it sees at school. docs/insight.md has the formulas.
 *
 * @param opportunities recorded occasions of a student in a year
 * @param pace competencies that a student masters in a year; learners are made to go at it
 * @param passes share of occasions that reach the level of mastery; not used, but held against the simulation
 * @param rateSpread standard deviation of the logarithm of learning rates
 * @param forgotten share of what was mastered that is lost over a summer
 */
public record Calibration(Rate opportunities, Rate pace, Rate passes, Rate rateSpread, Rate forgotten) {

    /** The errors of a check cannot be told from evidence that ends with mastery: they are assumed. */
    static final Checking CHECKING = Checking.standard();

    /**
     * A number and what it rests on.
     *
     * @param count how many observations; 0 where it is assumed because there are too few
     */
    public record Rate(double value, long count) {

        /** Whether it comes from the school's evidence. */
        public boolean measured() {
            return count > 0;
        }

        static Rate assumed(double value) {
            return new Rate(value, 0);
        }
    }

    /** The share lost over a summer when this share of what was mastered is shown wrong after it. */
    static double forgotten(double wrong) {
        double lost = (wrong - CHECKING.slip()) / (1 - CHECKING.guess() - CHECKING.slip());
        return Math.max(0, Math.min(0.5, lost));
    }

    /** Every learner model, by how many times as fast as in its standard form the median learner learns. */
    List<DoubleFunction<LearnerModel>> models() {
        KnowledgeTracing tracing = KnowledgeTracing.standard();
        Zone zone = Zone.standard();
        double lost = forgotten.value();
        return List.of(
                speed -> new KnowledgeTracing(faster(tracing.learn(), speed), tracing.missing(), CHECKING, lost),
                speed -> curve(LearningCurve.Shape.EXPONENTIAL, speed),
                speed -> curve(LearningCurve.Shape.POWER, speed),
                speed -> new Zone(faster(zone.learn(), speed), zone.width(), CHECKING, lost));
    }

    /** As a learning rate works in these models. */
    private static double faster(double learn, double speed) {
        return 1 - Math.pow(1 - learn, speed);
    }

    /** Skill is lost at half the rate at which what is known is, as in the standard models. */
    private LearningCurve curve(LearningCurve.Shape shape, double speed) {
        LearningCurve standard = LearningCurve.standard(shape);
        return new LearningCurve(shape, standard.pace() * speed, standard.readiness(), CHECKING, forgotten.value() / 2);
    }

    /** Absence is in the occasions already, so everybody is there for each of them. */
    Population population() {
        return new Population(rateSpread.value(), Population.standard().start(), new Population.Attendance(1, 0));
    }
}
