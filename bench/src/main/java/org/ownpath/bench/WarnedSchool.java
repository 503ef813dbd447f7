package org.ownpath.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ownpath.engine.estimate.Beginning;
import org.ownpath.engine.estimate.Calibration;
import org.ownpath.engine.estimate.EarlyWarning;
import org.ownpath.engine.estimate.LogisticRegression;
import org.ownpath.engine.estimate.MissRates;
import org.ownpath.engine.estimate.TrackRecord;
import org.ownpath.engine.simulate.Advancement;
import org.ownpath.engine.simulate.KnowledgeStructure;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Population;
import org.ownpath.engine.simulate.Practice;

/**
 * Early warning as a school would have it: learners to count how hard each competency is, others to learn from, and again
 * others to be told of, who learn by one of the models each, in turn. Which one nobody sees.
 */
final class WarnedSchool {

    private static final int LEARNERS = 2000;
    private static final int TRIES = 10;
    private static final int IN_A_ROW = 3;
    private static final int LEVELS = 5;
    private static final int A_LEVEL = 8;
    private static final long SEED = 20261128;

    private final List<LearnerModel> models;
    private final Practice practice;
    private final MissRates<Integer> rates = new MissRates<>();
    private final List<Begun> known;
    private final List<Begun> others;
    private final EarlyWarning warning;

    WarnedSchool(List<LearnerModel> models, Population population) {
        this.models = models;
        this.practice = new Practice(
                KnowledgeStructure.generated(LEVELS, A_LEVEL, 1),
                population,
                new Advancement.MOfN(IN_A_ROW, IN_A_ROW),
                TRIES);
        IntStream.range(0, LEARNERS)
                .forEach(number -> learner(number)
                        .worked()
                        .forEach(worked -> rates.ended(
                                worked.competency(),
                                !worked.mastered(),
                                worked.ratings().size())));
        this.known = begun(LEARNERS);
        this.others = begun(2 * LEARNERS);
        this.warning = EarlyWarning.fit(known.stream().map(begun -> begun.told).toList());
    }

    /** A beginning of a learner, how it ended, and what nobody sees. */
    static final class Begun {
        private final Practice.Learner learner;
        private final EarlyWarning.Case told;
        private final double[] six;
        private final double[] everything;

        Begun(Practice.Learner learner, EarlyWarning.Case told, double[] six, double[] everything) {
            this.learner = learner;
            this.told = told;
            this.six = six;
            this.everything = everything;
        }

        Practice.Learner learner() {
            return learner;
        }

        boolean missed() {
            return told.missed();
        }
    }

    String name() {
        return models.size() == 1 ? models.get(0).name() : "all four, mixed";
    }

    /** The beginnings that are told of. */
    List<Begun> others() {
        return others;
    }

    double told(Begun begun) {
        return warning.probability(begun.told.beginning());
    }

    /** Those with the highest probability first. */
    List<Begun> ranked() {
        return others.stream()
                .sorted(Comparator.comparingDouble((Begun b) -> -told(b)))
                .toList();
    }

    /** How early warning holds. */
    Calibration held() {
        return warning.calibration(others.stream().map(begun -> begun.told).toList());
    }

    /** The AUC of what such systems use: both tries, recent right tries, earlier misses, how many, and how hard it is. */
    double aucOfSix() {
        return auc(begun -> begun.six);
    }

    /** The AUC if all were seen: the learner's true rate and model, what is known already, and what is really missing. */
    double aucOfEverything() {
        return auc(begun -> begun.everything);
    }

    /** What a plain logistic regression over some numbers tells. */
    private double auc(Function<Begun, double[]> numbers) {
        LogisticRegression plain =
                LogisticRegression.fit(known.stream().map(numbers).toArray(double[][]::new), missed(known));
        double[] told = others.stream()
                .mapToDouble(b -> plain.probability(numbers.apply(b)))
                .toArray();
        return Calibration.of(told, missed(others)).auc();
    }

    private static byte[] missed(List<Begun> some) {
        byte[] missed = new byte[some.size()];
        for (int i = 0; i < missed.length; i++) {
            missed[i] = (byte) (some.get(i).missed() ? 1 : 0);
        }
        return missed;
    }

    private Practice.Learner learner(int number) {
        return practice.learner(models.get(number % models.size()), SEED, number);
    }

    /** Every beginning of the learners from this number on. */
    private List<Begun> begun(int from) {
        return IntStream.range(from, from + LEARNERS)
                .mapToObj(number -> begun(learner(number), number % models.size()))
                .flatMap(List::stream)
                .toList();
    }

    /** Every beginning of a learner, with what was known then. */
    private List<Begun> begun(Practice.Learner learner, int model) {
        List<Begun> all = new ArrayList<>();
        TrackRecord record = new TrackRecord();
        for (Practice.Worked each : learner.worked()) {
            TrackRecord.Summary own = record.summary();
            List<Integer> ratings = each.ratings();
            MissRates.Hardness hardness = rates.of(each.competency());
            Beginning beginning = new Beginning(
                    (ratings.get(0) - 3) / 3.0,
                    (ratings.get(1) - 3) / 3.0,
                    own,
                    hardness,
                    before(each.competency(), learner.worked()));
            double[] six = {
                right(ratings.get(0)), right(ratings.get(1)), own.right(), own.missed(), own.ended(), hardness.missed()
            };
            all.add(new Begun(
                    learner,
                    new EarlyWarning.Case(beginning, !each.mastered()),
                    six,
                    everything(learner, each, hardness, model)));
            ratings.forEach(rating -> record.tried(right(rating) == 1));
            record.ended(!each.mastered(), ratings.size(), hardness);
        }
        return all;
    }

    private double[] everything(
            Practice.Learner learner, Practice.Worked each, MissRates.Hardness hardness, int model) {
        double logRate = Math.log(learner.rate());
        Practice.Hidden hidden = each.hidden();
        double[] own = {
            1,
            logRate,
            hidden.knows() ? 1 : 0,
            hidden.missing(),
            hidden.knows() ? 0 : logRate,
            hidden.knows() ? 0 : hidden.missing(),
            right(each.ratings().get(0)),
            right(each.ratings().get(1)),
            hardness.missed()
        };
        // weights of its own for each model
        double[] all = new double[models.size() * own.length];
        System.arraycopy(own, 0, all, model * own.length, own.length);
        return all;
    }

    private static double right(int rating) {
        return rating >= 3 ? 1 : 0;
    }

    private Beginning.Before before(int competency, List<Practice.Worked> worked) {
        List<Practice.Worked> these = practice.structure().prerequisites(competency).stream()
                .map(worked::get)
                .toList();
        return new Beginning.Before(
                (int) these.stream().filter(p -> !p.mastered()).count(),
                these.stream()
                        .mapToDouble(p -> Math.log(p.ratings().size()))
                        .average()
                        .orElse(0));
    }
}
