package org.ownpath.engine.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.DocsPage;
import org.ownpath.engine.estimate.Item;

/** The examples of docs/engine/adaptive.md. */
class DocsExamplesAdaptiveTest {

    private static final DocsPage PAGE = DocsPage.of("adaptive.md");

    private static TestPlan plan() {
        List<BankItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String area = i % 2 == 0 ? "number" : "algebra";
            items.add(new BankItem("item " + i, area, Item.of(1.2, -2 + i * 0.02)));
        }
        TestPlan plan = new TestPlan(
                ItemBank.of(items),
                Posterior.normal(0, 1),
                new Selection(new Exposure.Randomesque(5), new ContentTargets(Map.of("number", 60.0, "algebra", 40.0))),
                Stopping.anyOf(
                        new MasteryDecided(0.5, 0.95, 0.05),
                        new Stopping.AtLeast(10, new PredictiveSimilarity(0.5, 0.05, 0.95)),
                        new Stopping.AtMost(30)));
        return plan;
    }

    @Test
    void the_code_of_the_page_is_that_of_these_tests() {
        PAGE.codeIsIn(DocsExamplesAdaptiveTest.class);
    }

    @Test
    void a_test_runs_to_its_end() {
        PAGE.showsWhatIsPrintedBy(() -> {
            TestPlan plan = plan();
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(42);
            AdaptiveTest test = AdaptiveTest.start(plan);
            Step step = test.next(random);
            while (step instanceof Step.Ask ask) {
                boolean right = plan.bank().get(ask.item()).item().difficulty() < 1.3; // the learner's answer
                test.answer(right);
                step = test.next(random);
            }
            Step.Stop stop = (Step.Stop) step;
            System.out.println(stop.decision() + " after " + test.answered() + " items. " + stop.reason());
        });
    }

    @Test
    void a_plan_is_simulated() {
        PAGE.showsWhatIsPrintedBy(() -> {
            TestPlan plan = plan();
            List<Simulee> people = Simulee.drawn(
                    1000, RandomGeneratorFactory.of("L64X128MixRandom").create(1));
            System.out.print(Simulation.run(plan, people, 2).text(0.5));
        });
    }

    @Test
    void exposure_is_calibrated() {
        PAGE.showsWhatIsPrintedBy(() -> {
            TestPlan plan = plan();
            List<Simulee> people = Simulee.drawn(
                    1000, RandomGeneratorFactory.of("L64X128MixRandom").create(1));
            SympsonHetterCalibration.Calibrated calibrated =
                    SympsonHetterCalibration.calibrate(plan, new SympsonHetterCalibration.Setup(0.25, 15, people, 3));
            TestPlan controlled = plan.with(plan.selection().with(calibrated.exposure()));
            List<Simulee> others = Simulee.drawn(
                    1000, RandomGeneratorFactory.of("L64X128MixRandom").create(4));
            double highest = Simulation.run(controlled, others, 5).exposure().highest();
            System.out.printf(
                    Locale.ROOT,
                    "%.2f, without control %.2f%n",
                    highest,
                    calibrated.highest().get(0));
        });
    }
}
