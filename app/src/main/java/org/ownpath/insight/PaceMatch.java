package org.ownpath.insight;

import java.util.function.DoubleFunction;
import org.ownpath.engine.simulate.Approach;
import org.ownpath.engine.simulate.Finding;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.engine.simulate.Results;
import org.ownpath.engine.simulate.Run;
import org.ownpath.engine.simulate.Scenario;
import org.ownpath.engine.simulate.Simulation;
import org.ownpath.engine.simulate.Watch;

/**
 * How fast learners have to learn so that, by the school's own rule, they go through competencies at the pace that its
 * students went: found by bisection, for each learner model by itself. It is the one number that is fitted.
 *
 * @param scenario with the school's own rule
 * @param perYear the pace to come to, in competencies a year
 * @param year the school year at whose end the pace is taken, from the end of the first on: late enough to tell, and
 *     before learners run out of competencies
 */
record PaceMatch(Scenario scenario, double perYear, int year) {

    private static final double SLOWEST = 1.0 / 64;
    private static final double FASTEST = 64;
    private static final int HALVINGS = 10;
    private static final int LEARNERS = 200;

    static PaceMatch of(Scenario scenario, Calibration calibration) {
        double pace = calibration.pace().value();
        int halfWay = (int) (scenario.structure().competencies() / pace / 2);
        int years = scenario.school().years();
        return new PaceMatch(scenario, pace, Math.max(Math.min(2, years), Math.min(years, halfWay)));
    }

    /** The model at the speed that comes closest. */
    LearnerModel matched(DoubleFunction<LearnerModel> model, Watch watch) {
        Scenario shorter = scenario.with(scenario.school().withYears(year));
        double slow = Math.log(SLOWEST);
        double fast = Math.log(FASTEST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (slow + fast) / 2;
            Simulation.Outcome outcome =
                    Simulation.run(shorter, model.apply(Math.exp(middle)), new Run(1, LEARNERS, 1), watch);
            if (outcome instanceof Simulation.Finished finished && pace(finished.results()) < perYear) {
                slow = middle;
            } else {
                fast = middle;
            }
        }
        return model.apply(Math.exp((slow + fast) / 2));
    }

    /** Competencies that learners were moved past in a year, upon mastery. */
    double pace(Results results) {
        return year < 2 ? passed(results, 1) : (passed(results, year) - passed(results, 1)) / (year - 1);
    }

    /**
     * The share of checks that are right, upon mastery. A check is of what is known if it was known before the
     * opportunity, or was learned in it.
     */
    double passes(Results results) {
        double opportunities = (double) scenario.school().opportunitiesPerYear() * year;
        double known = value(results, Measure.WAITING, year) + value(results, Measure.KNOWN, year) / opportunities;
        double guess = Calibration.CHECKING.guess();
        return guess + (1 - guess - Calibration.CHECKING.slip()) * Math.min(1, known);
    }

    private static double passed(Results results, int year) {
        return value(results, Measure.KNOWN, year) + value(results, Measure.GAPS, year);
    }

    private static double value(Results results, Measure measure, int year) {
        return results.estimate(new Finding(measure, Approach.MASTERY, Group.ALL, year))
                .value();
    }
}
