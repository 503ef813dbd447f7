package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.adaptive.SympsonHetterCalibration.Calibrated;
import org.ownpath.engine.adaptive.SympsonHetterCalibration.Setup;

class SympsonHetterCalibrationTest {

    private static final TestPlan PLAN = Banks.plan(
            Banks.THOUSAND,
            new Selection(new Exposure.Unlimited(), new ContentTargets(Map.of("number", 1.0, "algebra", 1.0))),
            new Stopping.AtMost(20));

    /**
     * Rates near the target come from two binomial samples: the one that set the chance and the one that is looked at.
     * With 4.5 standard errors hardly one of 1,000 items goes beyond by chance.
     */
    @Test
    void the_highest_rate_of_other_test_takers_keeps_to_the_target() {
        int people = 3000;
        double target = 0.2;
        Calibrated calibrated = SympsonHetterCalibration.calibrate(
                PLAN, new Setup(target, 10, Simulee.drawn(people, Banks.random(21)), 22));
        TestPlan controlled = PLAN.with(PLAN.selection().with(calibrated.exposure()));
        SimulationReport report = Simulation.run(controlled, Simulee.drawn(people, Banks.random(23)), 24);
        double tolerance = 4.5 * Math.sqrt(2 * target * (1 - target) / people);
        assertThat(report.exposure().highest()).isLessThan(target + tolerance);
        assertThat(calibrated.highest()).hasSize(10);
        assertThat(calibrated.highest().get(0)).isCloseTo(1, within(1e-12)); // all begin with the same item
        assertThat(report.meanLength()).isEqualTo(20);
    }

    @Test
    void a_target_that_the_bank_cannot_keep_is_refused() {
        TestPlan plan = Banks.plain(Banks.even(40), new Stopping.AtMost(20));
        assertThatThrownBy(() -> SympsonHetterCalibration.calibrate(
                        plan, new Setup(0.3, 3, Simulee.drawn(50, Banks.random(1)), 2)))
                .hasMessageContaining("20.0 items from a bank of 40")
                .hasMessageContaining("above the target of 0.3");
        assertThatThrownBy(() -> new Setup(0, 3, Simulee.of(1), 2)).hasMessageContaining("target of 0.0");
    }
}
