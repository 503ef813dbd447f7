package org.ownpath.insight;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ownpath.engine.simulate.Approach;
import org.ownpath.engine.simulate.Estimate;
import org.ownpath.engine.simulate.Finding;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.engine.simulate.Results;
import org.ownpath.engine.simulate.School;

/**
 * What followed in the simulation: for each learner model, way, measure and group a value at the end of every year.
 *
 * @param rule the school's rule of mastery, in words
 * @param structure what was simulated
 * @param matches how well each model keeps to what is measured
 */
public record Projection(
        Calibration calibration,
        String rule,
        Structure structure,
        int learners,
        List<Match> matches,
        List<Series> series) {

    /** Twice the standard error on both sides holds 95 of 100 draws. */
    private static final double ERRORS = 1.96;

    /** The three ways through school that are compared. */
    public enum Way {
        BATCH("Batch by age"),
        OWN_RULE("Upon mastery, by the school's rule"),
        STRICT_RULE("Upon mastery, four right of the last five");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /** The subject's competencies, levels and prerequisites, and prerequisites left out because they lead downward. */
    public record Structure(int competencies, int levels, int prerequisites, int leftOut) {}

    /**
     * How a model goes by the school's rule.
     *
     * @param perYear competencies a year; fitted to the school's pace
     * @param passes share of checks that are right; not fitted
     */
    public record Match(String model, double perYear, double passes) {}

    /** One model, way, measure and group, year by year. */
    public record Series(
            String model, Way way, Measure measure, Group group, List<Double> values, List<Double> errors) {

        static Series of(Results results, Way way, Measure measure, Group group) {
            Approach approach = way == Way.BATCH ? Approach.BATCH : Approach.MASTERY;
            List<Estimate> estimates = IntStream.rangeClosed(
                            1, results.scenario().school().years())
                    .mapToObj(year -> results.estimate(new Finding(measure, approach, group, year)))
                    .toList();
            return new Series(
                    results.model().name(),
                    way,
                    measure,
                    group,
                    estimates.stream().map(e -> finite(e.value())).toList(),
                    estimates.stream().map(e -> finite(e.standardError())).toList());
        }

        private static double finite(double value) {
            return Double.isFinite(value) ? value : 0;
        }
    }

    /** A band over all learner models, chance of the draw included. */
    public record Band(double low, double high) {}

    /** How many years were simulated. */
    public int years() {
        return series.isEmpty() ? 0 : series.get(0).values().size();
    }

    /** The age at the end of a year that counts from 1. */
    public static int age(int year) {
        return School.ENTRY_AGE + year;
    }

    /** The series of every model. */
    public List<Series> of(Way way, Measure measure, Group group) {
        return series.stream()
                .filter(s -> s.way() == way && s.measure() == measure && s.group() == group)
                .toList();
    }

    /** The band at the end of a year that counts from 1. */
    public Band band(Way way, Measure measure, Group group, int year) {
        List<Series> models = of(way, measure, group);
        int at = year - 1;
        return new Band(
                extreme(models, s -> s.values().get(at) - ERRORS * s.errors().get(at), -1),
                extreme(models, s -> s.values().get(at) + ERRORS * s.errors().get(at), 1));
    }

    /** What the models say of one way against batch. */
    public enum Verdict {
        MORE("more under every model"),
        LESS("less under every model"),
        UNSURE("the models do not agree, or chance is too large");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /**
     * Whether every model says that there is more, or less, of a measure than under batch at the end, beyond the chance
     * of the draw. The draws are taken as independent though the learners are the same, which errs on the side of
     * unsure.
     */
    public Verdict verdict(Way way, Measure measure, Group group) {
        List<Series> batch = of(Way.BATCH, measure, group);
        List<Series> other = of(way, measure, group);
        int last = years() - 1;
        double[] signs = IntStream.range(0, batch.size())
                .mapToDouble(m -> {
                    double difference = other.get(m).values().get(last)
                            - batch.get(m).values().get(last);
                    double error = Math.hypot(
                            other.get(m).errors().get(last),
                            batch.get(m).errors().get(last));
                    return Math.abs(difference) > ERRORS * error ? Math.signum(difference) : 0;
                })
                .distinct()
                .toArray();
        if (signs.length != 1 || signs[0] == 0) {
            return Verdict.UNSURE;
        }
        return signs[0] > 0 ? Verdict.MORE : Verdict.LESS;
    }

    private static double extreme(List<Series> models, ToDoubleFunction<Series> bound, int sign) {
        double[] bounds = models.stream().mapToDouble(bound).map(b -> sign * b).toArray();
        return sign * Arrays.stream(bounds).max().orElse(0);
    }
}
