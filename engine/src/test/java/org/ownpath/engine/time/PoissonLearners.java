package org.ownpath.engine.time;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Learners who master at a constant rate of their own, drawn from a gamma distribution. */
final class PoissonLearners {

    private final RandomGenerator random;

    PoissonLearners(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<PaceHistory> draw(int learners, Pace pace, double weeks) {
        GammaDistribution rates = GammaDistribution.of(pace.shape(), 1 / pace.rate());
        List<PaceHistory> histories = new ArrayList<>();
        for (int i = 0; i < learners; i++) {
            histories.add(history(rates.inverseCumulativeProbability(random.nextDouble()), weeks));
        }
        return histories;
    }

    private PaceHistory history(double rate, double weeks) {
        List<Double> at = new ArrayList<>();
        double now = random.nextExponential() / rate;
        while (now <= weeks) {
            at.add(now);
            now += random.nextExponential() / rate;
        }
        return new PaceHistory(weeks, at);
    }

    static List<PaceFit.Watched> counted(List<PaceHistory> histories, double through) {
        List<PaceFit.Watched> counted = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            double weeks = through * (1 + i % 3) / 3; // not all are watched equally long
            counted.add(new PaceFit.Watched(histories.get(i).masteredBy(weeks), weeks));
        }
        return counted;
    }
}
