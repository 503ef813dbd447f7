package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KnowledgeTracingTest {

    private static final KnowledgeTracing SKILL = new KnowledgeTracing(0.3, 0.15, 0, 0.2, 0.1);

    @Test
    void a_right_answer_updates_as_computed_by_hand() {
        // right: .3 * .9 / (.3 * .9 + .7 * .2) = .27 / .41; then + (1 - .658537) * .15
        assertThat(SKILL.update(0.3, true)).isCloseTo(0.7097561, within(1e-7));
        // wrong: .3 * .1 / (.3 * .1 + .7 * .8) = .03 / .59; then + (1 - .050847) * .15
        assertThat(SKILL.update(0.3, false)).isCloseTo(0.1932203, within(1e-7));
        assertThat(SKILL.predict(0.3)).isCloseTo(0.41, within(1e-12));
    }

    @Test
    void forgetting_takes_from_what_is_known() {
        KnowledgeTracing forgetful = new KnowledgeTracing(0.3, 0.15, 0.05, 0.2, 0.1);
        // .658537 * .95 + .341463 * .15
        assertThat(forgetful.update(0.3, true)).isCloseTo(0.6768293, within(1e-7));
        assertThat(forgetful.after(new byte[] {1})).isEqualTo(forgetful.update(0.3, true));
    }

    @Test
    void a_skill_that_a_right_answer_does_not_speak_for_is_refused() {
        assertThatThrownBy(() -> new KnowledgeTracing(0.3, 0.1, 0, 0.6, 0.4)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new KnowledgeTracing(1.3, 0.1, 0, 0.2, 0.1)).hasMessageContaining("prior 1.3");
        assertThatThrownBy(() -> ResponseSequences.of(new byte[] {1, 2}, new int[] {0, 2}))
                .hasMessageContaining("Response 2 at index 1");
        assertThatThrownBy(() -> ResponseSequences.of(new byte[] {1, 1}, new int[] {0, 1}))
                .hasMessageContaining("number of responses, 2");
    }

    @Property(tries = 40)
    void the_pass_over_the_tree_gives_the_likelihood_summed_over_all_paths(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double prior,
            @ForAll @DoubleRange(min = 0.01, max = 0.6) double learn,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double forget,
            @ForAll @IntRange(min = 1, max = 1000) int seed) {
        KnowledgeTracing model = new KnowledgeTracing(prior, learn, forget, 0.25, 0.12);
        ResponseSequences sequences = SimulatedSkill.of(model, 30, 9, Seeded.random(seed));
        double[] at = {prior, learn, forget, 0.25, 0.12};
        TracingLikelihood likelihood = new TracingLikelihood(
                new PrefixTree(sequences), TracingBounds.standard().withForgetting());
        assertThat(likelihood.apply(at, new double[5]))
                .isCloseTo(SimulatedSkill.logLikelihood(model, sequences), within(1e-9));
    }

    @Property(tries = 40)
    void a_step_never_lowers_the_likelihood(@ForAll @IntRange(min = 1, max = 100_000) int seed) {
        RandomGenerator random = Seeded.random(seed);
        ResponseSequences sequences = SimulatedSkill.of(
                new KnowledgeTracing(random.nextDouble(), random.nextDouble(), 0.1, 0.3, 0.2), 60, 12, random);
        for (TracingBounds bounds : List.of(
                new TracingBounds(0.3, 0.1, false), TracingBounds.standard().withForgetting())) {
            TracingLikelihood likelihood = new TracingLikelihood(new PrefixTree(sequences), bounds);
            double[] at = {0.5, 0.5, bounds.forgetting() ? 0.1 : 0, 0.05, 0.05};
            double before = Double.NEGATIVE_INFINITY;
            for (int step = 0; step < 30; step++) {
                double[] to = new double[5];
                double now = likelihood.apply(at, to);
                assertThat(now).isGreaterThanOrEqualTo(before - 1e-9);
                assertThat(likelihood.feasible(to)).isTrue();
                before = now;
                at = to;
            }
        }
    }

    @Test
    void the_parameters_that_answers_were_drawn_from_are_found_within_their_standard_errors() {
        List<Double> z = new ArrayList<>();
        for (int seed = 1; seed <= 12; seed++) {
            KnowledgeTracing truth = new KnowledgeTracing(0.35, 0.2, 0.06, 0.2, 0.1);
            KnowledgeTracingFit fit = KnowledgeTracingFit.of(
                    SimulatedSkill.of(truth, 4000, 20, Seeded.random(seed)),
                    TracingBounds.standard().withForgetting(),
                    new KnowledgeTracingFit.Starts(5, Seeded.random(seed)));
            assertThat(fit.report().converged()).isTrue();
            z.add((fit.parameters().prior() - truth.prior()) / fit.errors().prior());
            z.add((fit.parameters().learn() - truth.learn()) / fit.errors().learn());
            z.add((fit.parameters().forget() - truth.forget()) / fit.errors().forget());
            z.add((fit.parameters().guess() - truth.guess()) / fit.errors().guess());
            z.add((fit.parameters().slip() - truth.slip()) / fit.errors().slip());
        }
        Standardised.check(z);
    }

    @Test
    void many_starts_find_the_summit_that_a_fine_search_finds() {
        KnowledgeTracing truth = new KnowledgeTracing(0.5, 0.1, 0, 0.3, 0.2);
        ResponseSequences sequences = SimulatedSkill.of(truth, 300, 6, Seeded.random(5));
        List<Double> heard = new ArrayList<>();
        KnowledgeTracingFit fit = KnowledgeTracingFit.of(
                sequences,
                TracingBounds.standard(),
                new KnowledgeTracingFit.Starts(20, Seeded.random(6)),
                (steps, logLikelihood) -> heard.add(logLikelihood));
        assertThat(fit.report().logLikelihood())
                .isCloseTo(SimulatedSkill.logLikelihood(fit.parameters(), sequences), within(1e-6));
        RandomGenerator search = Seeded.random(7);
        for (int i = 0; i < 2000; i++) {
            KnowledgeTracing other = new KnowledgeTracing(
                    search.nextDouble(), search.nextDouble(), 0, search.nextDouble(0.499), search.nextDouble(0.499));
            assertThat(SimulatedSkill.logLikelihood(other, sequences))
                    .isLessThan(fit.report().logLikelihood());
        }
        assertThat(heard).hasSizeGreaterThan(100);
    }

    @Test
    void bounds_hold_and_a_parameter_on_its_bound_has_no_standard_error() {
        KnowledgeTracing truth = new KnowledgeTracing(0.3, 0.1, 0, 0.4, 0.1);
        KnowledgeTracingFit fit = KnowledgeTracingFit.of(
                SimulatedSkill.of(truth, 2000, 10, Seeded.random(8)),
                new TracingBounds(0.2, 0.3, false),
                new KnowledgeTracingFit.Starts(3, Seeded.random(9)));
        assertThat(fit.parameters().guess()).isEqualTo(0.2);
        assertThat(fit.errors().guess()).isNaN();
        assertThat(fit.parameters().forget()).isZero();
        assertThat(fit.errors().slip()).isPositive();
    }

    @Test
    void the_same_learners_twice_halve_the_variance() {
        ResponseSequences once = SimulatedSkill.of(SKILL, 2000, 6, Seeded.random(31));
        byte[] responses = new byte[2 * once.size()];
        int[] starts = new int[2 * once.learners() + 1];
        for (int i = 0; i < responses.length; i++) {
            responses[i] = once.response(i % once.size());
        }
        for (int learner = 1; learner < starts.length; learner++) {
            boolean again = learner > once.learners();
            starts[learner] = again ? once.size() + once.start(learner - once.learners()) : once.start(learner);
        }
        KnowledgeTracingFit.Errors one = errors(once);
        KnowledgeTracingFit.Errors two = errors(ResponseSequences.of(responses, starts));
        assertThat(two.learn() / one.learn()).isCloseTo(Math.sqrt(0.5), within(1e-3));
        assertThat(two.guess() / one.guess()).isCloseTo(Math.sqrt(0.5), within(1e-3));
    }

    private static KnowledgeTracingFit.Errors errors(ResponseSequences sequences) {
        return KnowledgeTracingFit.of(
                        sequences, TracingBounds.standard(), new KnowledgeTracingFit.Starts(4, Seeded.random(32)))
                .errors();
    }
}
