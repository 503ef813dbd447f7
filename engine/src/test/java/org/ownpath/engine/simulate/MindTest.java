package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph.Edge;

class MindTest {

    private static final KnowledgeStructure STRUCTURE = KnowledgeStructure.generated(3, 4, 5);

    /** The first is needed for the second. */
    private static final KnowledgeStructure PAIR = KnowledgeStructure.of(List.of(0, 0), List.of(new Edge<>(0, 1)));

    private static final Traits MEDIAN = new Traits(1, 1, 0, 1);

    @Provide
    Arbitrary<LearnerModel> unforgetting() {
        return Arbitraries.of(
                new KnowledgeTracing(0.3, 0.4, Checking.standard(), 0),
                new LearningCurve(
                        LearningCurve.Shape.EXPONENTIAL,
                        0.5,
                        new LearningCurve.Readiness(0.3, 0.8),
                        Checking.standard(),
                        0),
                new LearningCurve(
                        LearningCurve.Shape.POWER, 1, new LearningCurve.Readiness(0.3, 0.8), Checking.standard(), 0),
                new Zone(0.3, new Zone.Width(4, 8), Checking.standard(), 0));
    }

    @Property(tries = 400)
    void without_forgetting_nothing_known_is_lost(
            @ForAll("unforgetting") LearnerModel model,
            @ForAll @Size(max = 200) List<@IntRange(max = 12) Integer> lessons,
            @ForAll long seed) {
        Mind mind = model.mind(STRUCTURE);
        mind.enter(new Traits(1.5, 1, 2, 1), new Stream().begin(seed, 0, 0));
        boolean[] known = new boolean[12];
        for (int lesson : lessons) {
            if (lesson == 12) {
                mind.summer();
            } else {
                mind.practise(lesson);
                mind.check(lesson);
            }
            for (int c = 0; c < 12; c++) {
                assertThat(mind.knows(c) || !known[c]).isTrue();
                known[c] = mind.knows(c);
            }
        }
    }

    @Test
    void a_new_learner_knows_only_what_was_known_at_entry() {
        for (LearnerModel model : LearnerModel.all()) {
            Mind mind = model.mind(STRUCTURE);
            mind.enter(new Traits(1, 1, 99, 1), new Stream().begin(1, 0, 0));
            assertThat(mind.known(0, 12)).isEqualTo(12);
            mind.enter(new Traits(1, 1, 3, 1), new Stream().begin(1, 1, 0));
            assertThat(mind.known(0, 3)).isEqualTo(3);
            assertThat(mind.known(3, 12)).isZero();
        }
    }

    /** How many of 20,000 learners know it after one opportunity at the second of a pair. */
    private static double learnedAtOnce(LearnerModel model, Traits traits) {
        Mind mind = model.mind(PAIR);
        int learned = 0;
        for (int learner = 0; learner < 20_000; learner++) {
            mind.enter(traits, new Stream().begin(3, learner, 0));
            mind.practise(1);
            learned += mind.knows(1) ? 1 : 0;
        }
        return learned / 20_000.0;
    }

    private static double fourErrors(double p) {
        return 4 * Math.sqrt(p * (1 - p) / 20_000);
    }

    @Test
    void tracing_learns_at_its_rate_and_slower_without_the_prerequisite() {
        KnowledgeTracing model = new KnowledgeTracing(0.25, 0.4, Checking.standard(), 0);
        double twice = 1 - 0.75 * 0.75;
        assertThat(learnedAtOnce(model, new Traits(2, 1, 1, 1))).isCloseTo(twice, within(fourErrors(twice)));
        assertThat(learnedAtOnce(model, new Traits(2, 1, 0, 1)))
                .isCloseTo(0.4 * twice, within(fourErrors(0.4 * twice)));
    }

    /** One competency known, the second is next: distance 0. Nothing known: distance 1, and engagement follows. */
    @Test
    void the_zone_learns_less_away_from_what_is_next() {
        Zone model = new Zone(0.8, new Zone.Width(1, 1), Checking.standard(), 0);
        double fit = Math.exp(-0.5);
        double ahead = 0.8 * fit * (1 + 0.1 * (fit - 1));
        assertThat(learnedAtOnce(model, new Traits(1, 1, 1, 1))).isCloseTo(0.8, within(fourErrors(0.8)));
        assertThat(learnedAtOnce(model, MEDIAN)).isCloseTo(ahead, within(fourErrors(ahead)));
    }

    /** All is forgotten, so the first is next again. */
    @Test
    void the_zone_follows_what_is_forgotten() {
        Mind mind = new Zone(1, new Zone.Width(0.01, 0.01), Checking.exact(), 1).mind(PAIR);
        mind.enter(new Traits(1, 1, 2, 1), new Stream().begin(3, 0, 0));
        mind.summer();
        mind.practise(0);
        assertThat(mind.knows(0)).isTrue();
    }

    @Test
    void boredom_from_what_is_long_known_costs_engagement() {
        Zone model = new Zone(1, new Zone.Width(1, 1), Checking.exact(), 0);
        Mind mind = model.mind(STRUCTURE);
        int learned = 0;
        for (int learner = 0; learner < 1_000; learner++) {
            mind.enter(new Traits(1, 1, 8, 1), new Stream().begin(4, learner, 0));
            for (int wait = 0; wait < 50; wait++) {
                mind.practise(0);
            }
            mind.practise(8);
            learned += mind.knows(8) ? 1 : 0;
        }
        double engagement = Math.pow(0.9, 51) + 0.1; // eight behind, the fit is 1e-14; the last one fits
        assertThat(learned / 1000.0).isCloseTo(engagement, within(4 * Math.sqrt(0.1 * 0.9 / 1000)));
    }

    /** Practice is added up from the same stream, and skill comes from the formula of the shape. */
    @Test
    void skill_is_the_curve_of_all_practice() {
        for (LearningCurve.Shape shape : LearningCurve.Shape.values()) {
            LearningCurve model =
                    new LearningCurve(shape, 0.3, new LearningCurve.Readiness(0.25, 0.8), new Checking(0.1, 0.2), 0);
            Mind mind = model.mind(PAIR);
            mind.enter(MEDIAN, new Stream().begin(9, 0, 0));
            Stream same = new Stream().begin(9, 0, 0);
            double practice = 0;
            for (int i = 0; i < 12; i++) {
                mind.practise(1);
                practice += 0.3 * 0.25 * 2 * same.nextDouble(); // nothing of the prerequisite: the floor
                double skill =
                        shape == LearningCurve.Shape.EXPONENTIAL ? 1 - Math.exp(-practice) : practice / (1 + practice);
                double right = 0.1 + 0.7 / (1 + Math.exp(-(skill - 0.8) / 0.05));
                assertThat(mind.right(1)).isCloseTo(right, within(1e-12));
            }
        }
    }

    @Test
    void ratings_split_right_and_wrong_evenly() {
        Mind mind = new KnowledgeTracing(0, 1, new Checking(0.3, 0), 0).mind(PAIR);
        mind.enter(MEDIAN, new Stream().begin(5, 0, 0));
        int[] times = new int[5];
        for (int i = 0; i < 20_000; i++) {
            times[mind.check(0)]++;
        }
        for (int rating = 1; rating <= 4; rating++) {
            double p = rating >= 3 ? 0.15 : 0.35;
            assertThat(times[rating] / 20_000.0).isCloseTo(p, within(fourErrors(p)));
        }
    }

    @Test
    void a_summer_forgets_each_with_its_probability() {
        Stream chance = new Stream().begin(6, 0, 0);
        int[] forgotten = new int[10];
        for (int i = 0; i < 20_000; i++) {
            boolean[] known = new boolean[10];
            Arrays.fill(known, true);
            int counted = Forgetting.each(known, 0.2, chance);
            for (int c = 0; c < 10; c++) {
                forgotten[c] += known[c] ? 0 : 1;
                counted -= known[c] ? 0 : 1;
            }
            assertThat(counted).isZero();
        }
        for (int c = 0; c < 10; c++) {
            assertThat(forgotten[c] / 20_000.0).isCloseTo(0.2, within(fourErrors(0.2)));
        }
    }

    @Test
    void certainty_to_forget_and_to_keep_are_exact() {
        boolean[] known = {true, false, true};
        assertThat(Forgetting.each(known, 0, new Stream())).isZero();
        assertThat(Forgetting.each(known, 1, new Stream())).isEqualTo(2);
        assertThat(known).containsOnly(false);
    }
}
