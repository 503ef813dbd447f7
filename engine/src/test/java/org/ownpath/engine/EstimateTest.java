package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Estimates against values computed apart from this code, and against their definitions. */
class EstimateTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final List<Double> LEVELS = List.of(2.0, 3.0, 4.0);
    private static final List<Double> TAUS = List.of(-1.0, 0.0, 1.5);

    @Test
    void the_power_law_is_a_line_through_the_logarithms() {
        Aggregation trend = new Estimate.PowerLaw(0.5);
        assertThat(trend.of(2)).hasValue(2);
        assertThat(trend.of(2, 2 * Math.sqrt(2))).hasValueCloseTo(2 * Math.sqrt(2), EXACT);
        assertThat(trend.of(0, 1, 3)).hasValueCloseTo(2.5062166936044092, EXACT);
        assertThat(trend.of(2, 2, 2, 2)).hasValueCloseTo(2.0, EXACT);
    }

    @Test
    void the_power_law_does_not_leave_the_scale_that_was_seen() {
        assertThat(new Estimate.PowerLaw(0.5).of(1, 2, 2.5, 3)).hasValue(3);
        assertThat(new Estimate.PowerLaw(0.5).of(4, 1, 1)).hasValue(1);
    }

    @Property
    void the_power_law_leaves_the_squares_least(
            @ForAll @Size(min = 3, max = 8) List<@DoubleRange(min = 1, max = 4) Double> shown) {
        double[] ratings = shown.stream().mapToDouble(r -> r).toArray();
        int n = ratings.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += Math.log(i + 1) / n;
            meanY += Math.log(ratings[i]) / n;
        }
        double above = 0;
        double below = 0;
        for (int i = 0; i < n; i++) {
            above += (Math.log(i + 1) - meanX) * (Math.log(ratings[i]) - meanY);
            below += Math.pow(Math.log(i + 1) - meanX, 2);
        }
        double fitted = Math.exp(meanY + above / below * (Math.log(n) - meanX));
        double low = shown.stream().min(Double::compare).orElseThrow();
        double high = shown.stream().max(Double::compare).orElseThrow();
        assertThat(new Estimate.PowerLaw(0.5).of(ratings))
                .hasValueCloseTo(Math.max(low, Math.min(high, fitted)), within(1e-9));
    }

    @Test
    void knowledge_tracing_with_the_parameters_of_oatutor() {
        Aggregation traced = new Estimate.KnowledgeTracing(3, 0.1, 0.1, 0.1, 0.1, 0);
        // right: 0.09 / (0.09 + 0.09) = 0.5, then 0.5 + 0.5 * 0.1
        assertThat(traced.of(3)).hasValueCloseTo(0.55, EXACT);
        assertThat(traced.of(3, 4)).hasValueCloseTo(0.925, EXACT);
        assertThat(traced.of(3, 4, 3)).hasValueCloseTo(0.9919642857142857, EXACT);
        assertThat(traced.of(3, 2, 3, 3)).hasValueCloseTo(0.9648166023166023, EXACT);
    }

    @Test
    void knowledge_tracing_forgets_between_attempts() {
        Aggregation traced = new Estimate.KnowledgeTracing(3, 0.5, 0.2, 0.25, 0.1, 0.05);
        assertThat(traced.of(3)).hasValueCloseTo(0.7869565217391304, EXACT);
        assertThat(traced.of(3, 1)).hasValueCloseTo(0.4474931631722881, EXACT);
    }

    @Property
    void right_never_leaves_mastery_less_likely_than_wrong(
            @ForAll @DoubleRange(min = 0, max = 1) double mastery,
            @ForAll @DoubleRange(min = 0.01, max = 0.45) double guess,
            @ForAll @DoubleRange(min = 0.01, max = 0.45) double slip) {
        var skill = new Estimate.KnowledgeTracing(3, mastery, 0.1, guess, slip, 0.1).skill();
        assertThat(skill.update(mastery, true)).isGreaterThanOrEqualTo(skill.update(mastery, false) - 1e-12);
        assertThat(skill.update(mastery, true)).isBetween(0.0, 1.0);
    }

    @Test
    void elo_moves_less_with_every_attempt() {
        Aggregation elo = new Estimate.Elo(3, 1, 0.05);
        assertThat(elo.of(3)).hasValueCloseTo(0.6224593312018546, EXACT);
        assertThat(elo.of(3, 3)).hasValueCloseTo(0.7025692486691151, EXACT);
        assertThat(elo.of(3, 3, 1)).hasValueCloseTo(0.5549924408630661, EXACT);
    }

    /** Integrated over 24,001 nodes apart from this code. */
    @Test
    void graded_response_agrees_with_a_fine_integration() {
        Aggregation mean = new Estimate.GradedResponse(3, 1.7, LEVELS, TAUS, Optional.empty());
        assertThat(mean.of(3, 4, 4)).hasValueCloseTo(1.3431579725836036, within(1e-6));
        assertThat(mean.of(1, 2)).hasValueCloseTo(-0.7435600948459364, within(1e-6));
        assertThat(mean.of(3.5, 4, 4.2)).isEqualTo(mean.of(3, 4, 4));
        Aggregation chance = new Estimate.GradedResponse(3, 1.7, LEVELS, TAUS, Optional.of(0.5));
        assertThat(chance.of(3, 4, 4)).hasValueCloseTo(0.930999405847521, within(1e-3));
    }

    @Test
    void graded_response_keeps_its_precision_at_the_ends_of_the_grid() {
        Aggregation steep = new Estimate.GradedResponse(3, 20, LEVELS, TAUS, Optional.empty());
        assertThat(steep.of(1, 4, 1, 4).orElseThrow()).isBetween(-1.0, 1.5);
    }

    @Test
    void estimates_say_what_they_measure() {
        assertThat(new Estimate.GradedResponse(3, 1, LEVELS, TAUS, Optional.empty()).measure())
                .isEqualTo(Measure.ABILITY);
        assertThat(new Estimate.GradedResponse(3, 1, LEVELS, TAUS, Optional.empty()).ceiling())
                .isEqualTo(6);
        assertThat(new Estimate.GradedResponse(3, 1, LEVELS, TAUS, Optional.of(0.0)).measure())
                .isEqualTo(Measure.PROBABILITY);
        assertThat(new Estimate.GradedResponse(3, 1, LEVELS, TAUS, Optional.of(0.0)).ceiling())
                .isEqualTo(1);
        assertThat(new Estimate.Elo(3, 1, 0).measure()).isEqualTo(Measure.PROBABILITY);
        assertThat(new Estimate.KnowledgeTracing(3, 0.1, 0.1, 0.1, 0.1, 0).measure())
                .isEqualTo(Measure.PROBABILITY);
        assertThat(new Estimate.PowerLaw(1).measure()).isEqualTo(Measure.RATING);
    }

    @Test
    void parameters_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Estimate.KnowledgeTracing(3, 0.1, 0.1, 0.5, 0.5, 0))
                .hasMessageContaining("a right answer would speak against mastery");
        assertThatThrownBy(
                        () -> new Estimate.GradedResponse(3, 1, List.of(2.0, 2.0), List.of(0.0, 1.0), Optional.empty()))
                .hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new Estimate.GradedResponse(3, 1, List.of(), List.of(), Optional.empty()))
                .hasMessageContaining("number of levels");
        assertThatThrownBy(() -> new Estimate.PowerLaw(0)).hasMessageContaining("from 0.001 to 1000");
        assertThatThrownBy(() -> new Rounded(new Rounded(new Aggregation.Mean(), 1), 1))
                .hasMessageContaining("already rounded");
    }
}
