package org.ownpath.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.engine.estimate.AbilityGrid;
import org.ownpath.engine.estimate.EloSettings;
import org.ownpath.engine.estimate.GradedItem;

/** Aggregations that estimate something behind the ratings: a trend, a chance, an ability. */
public sealed interface Estimate extends Aggregation {

    /**
     * The power law {@code y = a x^b} of rating y against the number x of the attempt, at the latest attempt; a and b by
     * least squares on the logarithms. One rating is its own value. Source: R. Marzano, Transforming Classroom Grading,
     * 2000.
     *
     * <p>Limits: a fit through few ratings leaps about; a curve that rises steeply leaves the scale, so the value is held
     * between the lowest and the highest rating seen; a logarithm needs a number above 0, so lower ratings are fitted as
     * {@code least}; and all attempts weigh the same however long ago they were.
     *
     * @param least what ratings below it are fitted as, above 0
     */
    record PowerLaw(double least) implements Estimate {
        public PowerLaw {
            Limit.POSITIVE.check("least rating of the power law", least);
        }

        @Override
        public Running running() {
            return new Trend(least);
        }

        @Override
        public String words() {
            return "the trend of the ratings (power law)";
        }
    }

    /**
     * Bayesian knowledge tracing: the probability that the skill is mastered after the latest attempt. An attempt is
     * right if its rating reaches {@code from}. With m mastery before the attempt: right: {@code m' = m (1 - slip) / (m
     * (1 - slip) + (1 - m) guess)}; wrong: {@code m' = m slip / (m slip + (1 - m) (1 - guess))}; then {@code m = m' (1 -
     * forget) + (1 - m') learn}. Source: A. Corbett and J. Anderson, Knowledge Tracing, 1995; forgetting as in pyBKT.
     *
     * @param from the rating from which an attempt is right
     * @param prior the probability of mastery before the first attempt
     * @param learn the probability of learning it at an attempt
     * @param guess the probability of being right without mastery
     * @param slip the probability of being wrong with mastery; guess + slip is below 1
     * @param forget the probability of forgetting it between attempts
     */
    record KnowledgeTracing(double from, double prior, double learn, double guess, double slip, double forget)
            implements Estimate {
        public KnowledgeTracing {
            Limit.RATING.check("rating from which an attempt is right", from);
            Limit.PROBABILITY.check("prior", prior);
            Limit.PROBABILITY.check("probability of learning", learn);
            Limit.ERROR.check("probability of a guess", guess);
            Limit.ERROR.check("probability of a slip", slip);
            Limit.PROBABILITY.check("probability of forgetting", forget);
            if (guess + slip >= 1) {
                throw new IllegalArgumentException("Guess " + guess + " and slip " + slip
                        + " add up to 1 or more, so a right answer would speak against mastery. Use smaller ones.");
            }
        }

        /** The estimator with these probabilities. */
        org.ownpath.engine.estimate.KnowledgeTracing skill() {
            return new org.ownpath.engine.estimate.KnowledgeTracing(prior, learn, forget, guess, slip);
        }

        @Override
        public Running running() {
            return new Traced(this);
        }

        @Override
        public Measure measure() {
            return Measure.PROBABILITY;
        }

        @Override
        public OptionalDouble reaching() {
            return OptionalDouble.of(from);
        }

        @Override
        public double ceiling() {
            return 1;
        }

        @Override
        public String words() {
            return "the chance that it is mastered (knowledge tracing, " + Wording.number(from) + " counts as right)";
        }
    }

    /**
     * Ability from ratings under the graded response model: {@code P(rating >= levels[i] | theta) = 1 / (1 + exp(-a
     * (theta - taus[i])))}, on a grid of 61 nodes from -6 to 6 with a standard normal prior. Source: F. Samejima,
     * Estimation of latent ability using a response pattern of graded scores, 1969.
     *
     * @param from the rating from which one attempt counts as shown well
     * @param discrimination a, above 0
     * @param levels the ratings at which a higher category begins, rising
     * @param taus the ability at which each of them is reached as often as not, rising, as many as levels
     * @param cut present: the value is P(theta >= cut), a probability; empty: it is the posterior mean of theta
     */
    record GradedResponse(
            double from, double discrimination, List<Double> levels, List<Double> taus, Optional<Double> cut)
            implements Estimate {
        public GradedResponse {
            Limit.RATING.check("rating from which an attempt counts", from);
            Limit.DISCRIMINATION.check("discrimination", discrimination);
            levels = List.copyOf(levels);
            taus = List.copyOf(taus);
            cut.ifPresent(theta -> Limit.ABILITY.check("cut", theta));
            rising("levels", levels, Limit.RATING);
            rising("taus", taus, Limit.ABILITY);
            if (levels.size() != taus.size()) {
                throw new IllegalArgumentException("There are " + levels.size() + " levels and " + taus.size()
                        + " taus. Give each level the ability at which it is reached as often as not.");
            }
        }

        /** The task whose levels begin at these ratings. */
        GradedItem task() {
            return new GradedItem(discrimination, taus);
        }

        private static void rising(String name, List<Double> numbers, Limit limit) {
            Limit.LEVELS.check("number of " + name, numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                limit.check("entry of " + name, numbers.get(i));
                if (i > 0 && numbers.get(i) <= numbers.get(i - 1)) {
                    throw new IllegalArgumentException(
                            "The " + name + " " + numbers + " do not rise. Give each once, the lowest first.");
                }
            }
        }

        @Override
        public Running running() {
            return new GradedAbility(this);
        }

        @Override
        public Measure measure() {
            return cut.isPresent() ? Measure.PROBABILITY : Measure.ABILITY;
        }

        @Override
        public OptionalDouble reaching() {
            return OptionalDouble.of(from);
        }

        @Override
        public double ceiling() {
            return cut.isPresent() ? 1 : AbilityGrid.HIGHEST;
        }

        @Override
        public String words() {
            return cut.isPresent()
                    ? "the chance that the ability is " + Wording.number(cut.get()) + " or higher"
                    : "the estimated ability";
        }
    }

    /**
     * Elo: the chance that the next attempt reaches {@code from}, {@code P = 1 / (1 + exp(-theta))} with theta 0 at first
     * and {@code theta += gain / (1 + decay n) (right - P)} after n earlier attempts. All attempts are taken as equally
     * hard. Source: R. Pelánek, Applications of the Elo rating system in adaptive educational systems, 2016.
     *
     * @param gain how far the first attempt moves theta, above 0
     * @param decay how quickly later attempts move it less, 0 for never
     */
    record Elo(double from, double gain, double decay) implements Estimate {
        public Elo {
            Limit.RATING.check("rating from which an attempt counts", from);
            Limit.GAIN.check("gain", gain);
            Limit.PROBABILITY.check("decay", decay);
        }

        /** How fast theta moves. */
        EloSettings pace() {
            return new EloSettings(gain, decay, gain, decay);
        }

        @Override
        public Running running() {
            return new Rivalry(this);
        }

        @Override
        public Measure measure() {
            return Measure.PROBABILITY;
        }

        @Override
        public OptionalDouble reaching() {
            return OptionalDouble.of(from);
        }

        @Override
        public double ceiling() {
            return 1;
        }

        @Override
        public String words() {
            return "the chance that the next attempt is rated " + Wording.number(from) + " or higher (Elo)";
        }
    }
}
