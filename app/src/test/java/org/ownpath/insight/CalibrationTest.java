package org.ownpath.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.simulate.Advancement;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Run;
import org.ownpath.engine.simulate.Scenario;
import org.ownpath.engine.simulate.School;
import org.ownpath.engine.simulate.Simulation;
import org.ownpath.engine.simulate.Watch;
import org.ownpath.insight.Calibration.Rate;

class CalibrationTest {

    private static final Calibration EIGHT_A_YEAR = new Calibration(
            new Rate(60, 100), new Rate(8, 100), new Rate(0.5, 100), new Rate(0.3, 100), Rate.assumed(0.02));

    @Test
    void under_every_model_learners_come_to_go_at_the_schools_pace() {
        Scenario scenario = Scenario.standard()
                .with(EIGHT_A_YEAR.population())
                .with(new School(13, 60, 0.8))
                .with(new Advancement.MOfN(3, 4));
        PaceMatch match = PaceMatch.of(scenario, EIGHT_A_YEAR);
        for (DoubleFunction<LearnerModel> model : EIGHT_A_YEAR.models()) {
            LearnerModel matched = match.matched(model, Watch.NONE);
            Simulation.Outcome outcome = Simulation.run(scenario, matched, new Run(2, 400, 1), Watch.NONE);
            assertThat(match.pace(((Simulation.Finished) outcome).results()))
                    .as(matched.name())
                    .isCloseTo(8, within(0.4));
        }
    }

    @Test
    void what_is_shown_wrong_after_a_summer_beyond_what_chance_does_is_lost() {
        assertThat(Calibration.forgotten(0.1)).isZero();
        assertThat(Calibration.forgotten(0.25)).isCloseTo(0.2, within(1e-9));
        assertThat(Calibration.forgotten(0)).isZero();
    }
}
